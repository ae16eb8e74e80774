package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import kz.adalkezek.queue.Desk.Work;

/// The person is at the counter.
final class ServiceRules {

    private ServiceRules() {}

    /// Grounds are shown at the desk, once a visit, before the service starts.
    static Decision ground(Draft draft, Desk desk, boolean shown) {
        if (!(desk.work() instanceof Work.Calling(var call))) {
            return draft.refused(NOTHING_CALLED);
        }
        var visit = draft.line().people().known(call.visit());
        return switch (visit.ground()) {
            case NONE -> draft.refused(GROUND_NOT_CLAIMED);
            case SHOWN, NOT_SHOWN -> draft.refused(GROUND_RECORDED);
            case CLAIMED ->
                    draft.add(
                                    shown
                                            ? new Event.GroundShown(visit.id(), desk.id())
                                            : new Event.GroundNotShown(
                                                    visit.id(), desk.id(), visit.arrival()))
                            .accepted();
        };
    }

    static Decision start(Draft draft, Desk desk) {
        if (!(desk.work() instanceof Work.Calling(var call))) {
            return draft.refused(NOTHING_CALLED);
        }
        var visit = draft.line().people().known(call.visit());
        return visit.ground() == Visit.Ground.CLAIMED
                ? draft.refused(GROUND_NOT_RECORDED)
                : draft.add(new Event.ServiceStarted(call.visit(), desk.id())).accepted();
    }

    static Decision finish(Draft draft, Desk desk, Code outcome) {
        if (!(desk.work() instanceof Work.Serving(var visit))) {
            return draft.refused(NOTHING_SERVED);
        }
        var policy = draft.line().rulebook().policyAt(draft.at());
        if (policy.filter(p -> p.allows("outcome", outcome)).isEmpty()) {
            return draft.refused(OUTCOME_UNKNOWN);
        }
        return draft.add(new Event.ServiceFinished(visit, desk.id(), outcome)).accepted();
    }
}
