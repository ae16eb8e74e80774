package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import java.util.Optional;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Visit.Stage;

/// Calling people: the next one, again, not after all, in vain.
final class CallRules {

    private CallRules() {}

    /// First finishes the visit being served, if any; then calls whom the law chooses.
    static Decision next(Draft draft, Desk desk) {
        if (desk.work() instanceof Work.Calling) {
            return draft.refused(DESK_HAS_CALLED);
        }
        if (desk.isPaused()) {
            return draft.refused(DESK_PAUSED);
        }
        var policy = draft.line().rulebook().policyAt(draft.at());
        if (policy.isEmpty()) {
            return draft.refused(NO_POLICY);
        }
        if (isBarred(draft, desk)) {
            return draft.refused(UNDO_PAUSE);
        }
        var served = desk.served();
        served.ifPresent(
                visit -> draft.add(new Event.ServiceFinished(visit, desk.id(), Code.NONE)));
        if (served.isPresent() && draft.wish(desk.id()).isPresent()) {
            return draft.accepted();
        }
        if (desk.work() instanceof Work.Serving(var visit) && stays(draft.line(), desk, visit)) {
            return draft.add(new Event.ServiceStarted(visit, desk.id())).accepted();
        }
        var chosen =
                Choice.next(
                        draft.line(),
                        draft.line().hall().known(desk.id()),
                        draft.at(),
                        policy.get());
        if (chosen.isEmpty()) {
            return served.isPresent() ? draft.accepted() : Decision.NOTHING;
        }
        return draft.add(made(draft, desk, policy.get(), chosen.get())).accepted();
    }

    /// For some seconds after an undo the desk makes no call of any rule.
    private static boolean isBarred(Draft draft, Desk desk) {
        var bar = draft.line().hall().bars().get(desk.id());
        return bar.filter(until -> draft.at().isBefore(until)).isPresent();
    }

    /// Why the desk may not take somebody of its own choice now.
    private static Optional<Refusal> hindranceToChoose(Draft draft, Desk desk) {
        if (desk.visit().isPresent()) {
            return Optional.of(desk.work() instanceof Work.Calling ? DESK_HAS_CALLED : DESK_BUSY);
        }
        if (desk.isPaused()) {
            return Optional.of(DESK_PAUSED);
        }
        return isBarred(draft, desk) ? Optional.of(UNDO_PAUSE) : Optional.empty();
    }

    /// Serves somebody without a ticket, before all whom the desk could have called.
    static Decision direct(Draft draft, Desk desk, Code reason) {
        var policy = draft.policy();
        var hindrance = hindranceToChoose(draft, desk);
        if (hindrance.isPresent() || policy.isEmpty()) {
            return draft.refused(hindrance.orElse(NO_POLICY));
        }
        if (reason.isNone()) {
            return draft.refused(REASON_NEEDED);
        }
        if (!policy.get().allows("served-direct", reason)) {
            return draft.refused(REASON_UNKNOWN);
        }
        int all = Choice.eligible(draft.line(), desk, draft.at()).size();
        var version = policy.get().version();
        return draft.add(new Event.ServiceDirect(desk.id(), version, all, all, reason)).accepted();
    }

    /// Calls a visit by name. The law's own choice is recorded with the rule that chose it.
    static Decision named(Draft draft, Desk desk, Command.Whom whom, Code reason) {
        var policy = draft.policy();
        var hindrance = hindranceToChoose(draft, desk);
        if (hindrance.isPresent() || policy.isEmpty()) {
            return draft.refused(hindrance.orElse(NO_POLICY));
        }
        var visit = draft.find(whom);
        if (visit.isEmpty()) {
            return draft.refused(AwayRules.unknown(whom));
        }
        if (!(visit.get().stage() instanceof Stage.Waiting
                || visit.get().stage() instanceof Stage.Parked)) {
            return draft.refused(VISIT_NOT_WAITING);
        }
        if (!isHere(desk, visit.get())) {
            return draft.refused(
                    visit.get().only().isPresent() ? HELD_ELSEWHERE : GROUP_NOT_SERVED);
        }
        var chosen = Choice.next(draft.line(), desk, draft.at(), policy.get());
        if (chosen.isPresent() && chosen.get().visit().equals(visit.get().id())) {
            return draft.add(made(draft, desk, policy.get(), chosen.get())).accepted();
        }
        if (reason.isNone()) {
            return draft.refused(REASON_NEEDED);
        }
        if (!policy.get().allows("override", reason)) {
            return draft.refused(REASON_UNKNOWN);
        }
        return draft.add(overriding(draft, desk, policy.get(), visit.get(), reason)).accepted();
    }

    private static Event.CallMade overriding(
            Draft draft, Desk desk, Policy policy, Visit visit, Code reason) {
        int eligible = Choice.eligibleWith(draft.line(), desk, visit, draft.at(), policy);
        var own = new Choice.Chosen(visit.id(), Event.Rule.OVERRIDE, eligible);
        return made(draft, desk, policy, own, reason);
    }

    private static Event.CallMade made(
            Draft draft, Desk desk, Policy policy, Choice.Chosen chosen) {
        return made(draft, desk, policy, chosen, Code.NONE);
    }

    private static Event.CallMade made(
            Draft draft, Desk desk, Policy policy, Choice.Chosen chosen, Code reason) {
        var line = draft.line();
        var visit = line.people().known(chosen.visit());
        return new Event.CallMade(
                chosen.visit(),
                desk.id(),
                chosen.rule(),
                policy.version(),
                chosen.eligible(),
                Choice.overtaken(line, desk, visit, draft.at()).size(),
                reason,
                line.hall().boardsAreAway(desk.id()));
    }

    /// A visit that is restricted to a counter is called there alone, whatever the desk's groups.
    private static boolean isHere(Desk desk, Visit visit) {
        return visit.only().map(desk.id()::equals).orElseGet(() -> desk.has(visit.group()));
    }

    /// A visit whose next leg is a primary group of the desk needs no second call, unless that leg
    /// is restricted to another counter.
    private static boolean stays(Line line, Desk desk, VisitId id) {
        var visit = line.people().known(id);
        return visit.stage() instanceof Stage.Waiting
                && desk.primary().contains(visit.group())
                && visit.only().filter(only -> !only.equals(desk.id())).isEmpty();
    }

    static Decision undo(Draft draft, Desk desk) {
        var policy = draft.line().rulebook().policyAt(draft.at());
        if (!(desk.work() instanceof Work.Calling(var call)) || policy.isEmpty()) {
            return draft.refused(NOTHING_TO_UNDO);
        }
        if (draft.at().isAfter(call.at().plus(policy.get().undoSeconds()))) {
            return draft.refused(UNDO_TOO_LATE);
        }
        var hindrance = hindrance(draft.line().people(), desk.id(), call);
        if (hindrance.isPresent()) {
            return draft.refused(hindrance.get());
        }
        return draft.add(
                        new Event.CallWithdrawn(
                                call.visit(), desk.id(), call.index(), call.previous()))
                .accepted();
    }

    /// Why a call may not be undone, however soon.
    static Optional<Refusal> hindrance(People people, DeskId desk, Desk.Call call) {
        if (people.known(call.visit()).undoneAt().contains(desk)) {
            return Optional.of(UNDO_USED);
        }
        return call.previous() instanceof Event.Previous.Was(var id) && hasMoved(people, id, call)
                ? Optional.of(UNDO_PREVIOUS_MOVED)
                : Optional.empty();
    }

    /// Whether something has become of the previous visit since the call finished it: at the latest
    /// that this call is for its own next leg.
    private static boolean hasMoved(People people, VisitId id, Desk.Call call) {
        // Somebody without a ticket has nowhere else to go.
        return people.visit(id).filter(visit -> visit.moved() >= call.index()).isPresent();
    }

    static Decision repeat(Draft draft, Desk desk) {
        var policy = draft.line().rulebook().policyAt(draft.at());
        if (!(desk.work() instanceof Work.Calling(var call)) || policy.isEmpty()) {
            return draft.refused(NOTHING_CALLED);
        }
        return draft.at().isBefore(call.repeatableFrom(policy.get().recallSpacing()))
                ? draft.refused(RECALL_TOO_SOON)
                : draft.add(
                                new Event.CallRepeated(
                                        call.visit(),
                                        desk.id(),
                                        call.index(),
                                        draft.line().hall().boardsAreAway(desk.id())))
                        .accepted();
    }

    static Decision noShow(Draft draft, Desk desk) {
        var policy = draft.line().rulebook().policyAt(draft.at());
        if (!(desk.work() instanceof Work.Calling(var call)) || policy.isEmpty()) {
            return draft.refused(NOTHING_CALLED);
        }
        var from = call.unansweredFrom(policy.get().noShow());
        if (from.isEmpty() || draft.at().isBefore(from.get())) {
            return draft.refused(NO_SHOW_TOO_SOON);
        }
        return draft.add(new Event.CallUnanswered(call.visit(), desk.id())).accepted();
    }

    /// A board has shown a call. One acknowledgement a board and call; later ones change nothing.
    static Decision show(Draft draft, Command.ShowCall show) {
        if (!(show.by() instanceof Actor.Device(var id))) {
            return draft.refused(DEVICE_UNKNOWN);
        }
        var board = draft.line().hall().devices().get(id).orElseThrow();
        if (board.kind() != Event.DeviceKind.BOARD) {
            return draft.refused(DEVICE_OF_ANOTHER_KIND);
        }
        var counter = draft.line().hall().calls().get(show.call());
        if (counter.isEmpty()) {
            return draft.refused(CALL_UNKNOWN);
        }
        var attempt =
                draft.line()
                        .hall()
                        .desks()
                        .get(counter.get())
                        .flatMap(desk -> desk.attempt(show.call()));
        return attempt.isEmpty() || attempt.get().shownBy().contains(id)
                ? Decision.NOTHING
                : draft.add(new Event.CallShown(show.call(), show.spoken())).accepted();
    }
}
