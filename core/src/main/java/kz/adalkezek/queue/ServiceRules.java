package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import java.util.Optional;
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

    /// To a group of the catalogue, or to a counter that has a desk.
    static Decision transfer(Draft draft, Desk desk, Event.Target target, boolean returns) {
        if (!(desk.work() instanceof Work.Serving(var visit))) {
            return draft.refused(NOTHING_SERVED);
        }
        var why = unreachable(draft, target);
        if (why.isPresent()) {
            return draft.refused(why.get());
        }
        int legs = draft.line().people().known(visit).legs().size();
        return returns && legs >= Command.TakeTicket.GROUPS_MAX
                ? draft.refused(TOO_MANY_LEGS)
                : draft.add(new Event.ServiceTransferred(visit, desk.id(), target, returns))
                        .accepted();
    }

    private static Optional<Refusal> unreachable(Draft draft, Event.Target target) {
        var hall = draft.line().hall();
        return switch (target) {
            case Event.Target.Group(var group) ->
                    draft.line()
                                    .rulebook()
                                    .catalogueAt(draft.at())
                                    .filter(catalogue -> catalogue.letters().has(group))
                                    .isPresent()
                            ? Optional.empty()
                            : Optional.of(GROUP_UNKNOWN);
            case Event.Target.Counter(var counter) when !hall.counters().has(counter) ->
                    Optional.of(COUNTER_UNKNOWN);
            case Event.Target.Counter(var counter) ->
                    hall.desks().has(counter) ? Optional.empty() : Optional.of(TARGET_NOT_OPEN);
        };
    }

    static Decision finish(Draft draft, Desk desk, Code outcome) {
        var served = desk.served();
        if (served.isEmpty()) {
            return draft.refused(NOTHING_SERVED);
        }
        var policy = draft.line().rulebook().policyAt(draft.at());
        if (policy.filter(p -> p.allows("outcome", outcome)).isEmpty()) {
            return draft.refused(OUTCOME_UNKNOWN);
        }
        return draft.add(new Event.ServiceFinished(served.get(), desk.id(), outcome)).accepted();
    }
}
