package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.BACK_IN_THE_PAST;
import static kz.adalkezek.queue.Refusal.NOTHING_SERVED;
import static kz.adalkezek.queue.Refusal.NO_POLICY;
import static kz.adalkezek.queue.Refusal.NUMBER_UNKNOWN;
import static kz.adalkezek.queue.Refusal.REASON_NEEDED;
import static kz.adalkezek.queue.Refusal.REASON_UNKNOWN;
import static kz.adalkezek.queue.Refusal.RETURN_TOO_LATE;
import static kz.adalkezek.queue.Refusal.RETURN_USED;
import static kz.adalkezek.queue.Refusal.VISIT_NOT_MISSED;
import static kz.adalkezek.queue.Refusal.VISIT_NOT_PARKED;
import static kz.adalkezek.queue.Refusal.VISIT_NOT_WAITING;
import static kz.adalkezek.queue.Refusal.VISIT_UNKNOWN;

import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.queue.Command.Whom;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Visit.Stage;

/// Away for a while and back again: parked by the desk or by the citizen, or missed when called.
final class AwayRules {

    /// The reason of a citizen who asks for more time; the law names it, not the policy.
    static final Code ASKED_BY_CITIZEN = new Code("asked-by-citizen");

    private AwayRules() {}

    static Decision park(Draft draft, Desk desk, Code reason, Optional<Instant> until) {
        if (!(desk.work() instanceof Work.Serving(var visit))) {
            return draft.refused(NOTHING_SERVED);
        }
        if (reason.isNone()) {
            return draft.refused(REASON_NEEDED);
        }
        if (!draft.allows("park", reason)) {
            return draft.refused(REASON_UNKNOWN);
        }
        if (until.filter(back -> !back.isAfter(draft.at())).isPresent()) {
            return draft.refused(BACK_IN_THE_PAST);
        }
        return draft.add(new Event.ServiceParked(visit, Optional.of(desk.id()), reason, until))
                .accepted();
    }

    /// Once the return time has come the visit waits already, and there is nothing to do.
    static Decision unpark(Draft draft, Desk desk, Whom whom) {
        var visit = draft.find(whom);
        if (visit.isEmpty()) {
            return draft.refused(unknown(whom));
        }
        return visit.get().stage() instanceof Stage.Parked
                ? draft.add(new Event.ServiceResumed(visit.get().id(), desk.id())).accepted()
                : draft.refused(VISIT_NOT_PARKED);
    }

    static Decision stepAside(Draft draft, VisitId id) {
        var visit = draft.line().people().visit(id);
        if (visit.isEmpty()) {
            return draft.refused(VISIT_UNKNOWN);
        }
        if (!(visit.get().stage() instanceof Stage.Waiting)) {
            return draft.refused(VISIT_NOT_WAITING);
        }
        var policy = draft.policy();
        if (policy.isEmpty()) {
            return draft.refused(NO_POLICY);
        }
        var until = draft.at().plus(policy.get().moreTime());
        return draft.add(
                        new Event.ServiceParked(
                                id, Optional.empty(), ASKED_BY_CITIZEN, Optional.of(until)))
                .accepted();
    }

    /// A no-show comes back once, within the window of the policy in force.
    static Decision comeBack(Draft draft, Whom whom, Optional<DeskId> desk) {
        var visit = draft.find(whom);
        if (visit.isEmpty()) {
            return draft.refused(unknown(whom));
        }
        if (!(visit.get().stage() instanceof Stage.Unanswered(var since))) {
            return draft.refused(VISIT_NOT_MISSED);
        }
        if (visit.get().once().contains(Visit.Once.RETURNED)) {
            return draft.refused(RETURN_USED);
        }
        var policy = draft.policy();
        if (policy.isEmpty()) {
            return draft.refused(NO_POLICY);
        }
        return draft.at().isAfter(since.plus(policy.get().noShow().returnWithin()))
                ? draft.refused(RETURN_TOO_LATE)
                : draft.add(new Event.CallReturned(visit.get().id(), desk)).accepted();
    }

    static Refusal unknown(Whom whom) {
        return switch (whom) {
            case Whom.ByNumber _ -> NUMBER_UNKNOWN;
            case Whom.ById _ -> VISIT_UNKNOWN;
        };
    }
}
