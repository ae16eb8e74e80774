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
                                                    visit.id(),
                                                    desk.id(),
                                                    visit.fairWithoutGround()))
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

    /// A service of the group of the leg before it makes no leg of its own.
    static Decision add(Draft draft, Desk desk, Command.AddService add) {
        if (!(desk.work() instanceof Work.Serving(var id))) {
            return draft.refused(NOTHING_SERVED);
        }
        if (!isKnown(draft, add.group())) {
            return draft.refused(GROUP_UNKNOWN);
        }
        var visit = draft.line().people().known(id);
        boolean joined = visit.joins(add.group(), add.now());
        int most = draft.policy().map(policy -> policy.limits().legs()).orElse(0);
        int legs = visit.legs().size();
        if (!joined
                && (legs >= Command.TakeTicket.GROUPS_MAX
                        || (most != Policy.UNLIMITED && legs >= most))) {
            return draft.refused(TOO_MANY_LEGS);
        }
        return draft.add(
                        new Event.ServiceAdded(
                                id, desk.id(), add.group(), add.now(), joined, add.commitment()))
                .accepted();
    }

    /// One that the catalogue lists, or another for a reason.
    static Decision document(Draft draft, Desk desk, Command.RequestDocument asked) {
        if (!(desk.work() instanceof Work.Serving(var visit))) {
            return draft.refused(NOTHING_SERVED);
        }
        var reason = asked.listed() ? Code.NONE : asked.reason();
        if (!asked.listed() && reason.isNone()) {
            return draft.refused(REASON_NEEDED);
        }
        if (!reason.isNone() && !draft.allows("request-document", reason)) {
            return draft.refused(REASON_UNKNOWN);
        }
        return draft.add(
                        new Event.DocumentRequested(
                                visit, desk.id(), asked.listed(), reason, asked.commitment()))
                .accepted();
    }

    private static boolean isKnown(Draft draft, GroupCode group) {
        return draft.line()
                .rulebook()
                .catalogueAt(draft.at())
                .filter(catalogue -> catalogue.letters().has(group))
                .isPresent();
    }

    private static Optional<Refusal> unreachable(Draft draft, Event.Target target) {
        var hall = draft.line().hall();
        return switch (target) {
            case Event.Target.Group(var group) ->
                    isKnown(draft, group) ? Optional.empty() : Optional.of(GROUP_UNKNOWN);
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
