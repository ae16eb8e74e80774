package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import java.util.List;
import java.util.Optional;

/// A desk is an operator's session at one counter: opened, worked at, closed.
final class DeskRules {

    private DeskRules() {}

    static Decision open(Draft draft, Command.OpenDesk open) {
        var line = draft.line();
        if (!(open.by() instanceof Actor.Operator)) {
            return draft.refused(DEVICE_OF_ANOTHER_KIND);
        }
        if (!(line.day() instanceof Line.Day.Open)) {
            return draft.refused(DAY_NOT_OPEN);
        }
        if (!line.hall().counters().has(open.desk())) {
            return draft.refused(COUNTER_UNKNOWN);
        }
        var holder = line.hall().desks().get(open.desk());
        if (holder.isPresent()) {
            return holder.get().by().equals(open.by())
                    ? Decision.NOTHING
                    : draft.refused(COUNTER_TAKEN);
        }
        if (line.hall().deskOf(open.by()).isPresent()) {
            return draft.refused(OPERATOR_HAS_DESK);
        }
        var groups = groups(draft, open.primary(), open.secondary());
        if (groups.isPresent()) {
            return draft.refused(groups.get());
        }
        var desk = Desk.opened(open.desk(), open.by(), open.primary(), open.secondary());
        return draft.add(new Event.DeskOpened(desk.id(), desk.primary(), desk.secondary()))
                .accepted();
    }

    /// The other desk ends: whom it has called waits again, whom it serves is served on here.
    static Decision take(Draft draft, Command.TakeCounter take) {
        var line = draft.line();
        if (!(take.by() instanceof Actor.Operator)) {
            return draft.refused(DEVICE_OF_ANOTHER_KIND);
        }
        if (!(line.day() instanceof Line.Day.Open)) {
            return draft.refused(DAY_NOT_OPEN);
        }
        if (!line.hall().counters().has(take.desk())) {
            return draft.refused(COUNTER_UNKNOWN);
        }
        var holder = line.hall().desks().get(take.desk());
        if (holder.isEmpty()) {
            return draft.refused(DESK_NOT_OPEN);
        }
        if (holder.get().by().equals(take.by())) {
            return Decision.NOTHING;
        }
        if (line.hall().deskOf(take.by()).isPresent()) {
            return draft.refused(OPERATOR_HAS_DESK);
        }
        var groups = groups(draft, take.primary(), take.secondary());
        if (groups.isPresent()) {
            return draft.refused(groups.get());
        }
        var desk = Desk.opened(take.desk(), take.by(), take.primary(), take.secondary());
        return draft.add(new Event.DeskTaken(desk.id(), desk.primary(), desk.secondary()))
                .accepted();
    }

    /// One primary group at least, and all of them in the catalogue.
    private static Optional<Refusal> groups(
            Draft draft, List<GroupCode> primary, List<GroupCode> secondary) {
        var catalogue = draft.line().rulebook().catalogueAt(draft.at());
        if (catalogue.isEmpty()) {
            return Optional.of(NO_CATALOGUE);
        }
        var letters = catalogue.get().letters();
        boolean known =
                !primary.isEmpty()
                        && primary.stream().allMatch(letters::has)
                        && secondary.stream().allMatch(letters::has);
        return known ? Optional.empty() : Optional.of(GROUP_UNKNOWN);
    }

    /// Everything that is asked at a desk which has to be open and to belong to the asker.
    static Decision decide(Draft draft, Command.ForDesk command) {
        var found = draft.line().hall().desks().get(command.desk());
        if (found.isEmpty()) {
            boolean exists = draft.line().hall().counters().has(command.desk());
            return draft.refused(exists ? DESK_NOT_OPEN : COUNTER_UNKNOWN);
        }
        var desk = found.get();
        if (!desk.by().equals(command.by())) {
            return draft.refused(DESK_OF_ANOTHER);
        }
        return switch (command) {
            case Command.OpenDesk open -> open(draft, open);
            case Command.TakeCounter take -> take(draft, take);
            case Command.ServeDirect(_, _, _, var reason) -> CallRules.direct(draft, desk, reason);
            case Command.CloseDesk(_, _, _, var reason) -> close(draft, desk, reason);
            case Command.PauseDesk(_, _, _, var reason) -> pause(draft, desk, reason);
            case Command.ResumeDesk _ -> resume(draft, desk);
            case Command.CallNext _ -> CallRules.next(draft, desk);
            case Command.CallVisit(_, _, _, var whom, var reason) ->
                    CallRules.named(draft, desk, whom, reason);
            case Command.UndoCall _ -> CallRules.undo(draft, desk);
            case Command.RepeatCall _ -> CallRules.repeat(draft, desk);
            case Command.RecordGround(_, _, _, var shown) ->
                    ServiceRules.ground(draft, desk, shown);
            case Command.StartService _ -> ServiceRules.start(draft, desk);
            case Command.FinishService(_, _, _, var outcome) ->
                    ServiceRules.finish(draft, desk, outcome);
            case Command.MarkNoShow _ -> CallRules.noShow(draft, desk);
            case Command.ParkVisit(_, _, _, var reason, var until) ->
                    AwayRules.park(draft, desk, reason, until);
            case Command.AddService add -> ServiceRules.add(draft, desk, add);
            case Command.RequestDocument asked -> ServiceRules.document(draft, desk, asked);
            case Command.TransferVisit(_, _, _, var target, var returns) ->
                    ServiceRules.transfer(draft, desk, target, returns);
            case Command.UnparkVisit(_, _, _, var whom) -> AwayRules.unpark(draft, desk, whom);
            case Command.ReturnVisit(_, _, _, var whom) ->
                    AwayRules.comeBack(draft, whom, Optional.of(desk.id()));
        };
    }

    /// Without a reason, or for one that the policy lists. With a visit at the desk it takes effect
    /// after that visit: then there is nothing to record yet.
    private static Decision close(Draft draft, Desk desk, Code reason) {
        if (!reason.isNone() && !draft.mayRest(reason)) {
            return draft.refused(REASON_UNKNOWN);
        }
        return desk.visit().isPresent()
                ? Decision.NOTHING
                : draft.add(new Event.DeskClosed(desk.id(), reason)).accepted();
    }

    private static Decision pause(Draft draft, Desk desk, Code reason) {
        if (reason.isNone()) {
            return draft.refused(REASON_NEEDED);
        }
        if (!draft.allows("pause", reason)) {
            return draft.refused(REASON_UNKNOWN);
        }
        if (desk.isPaused()) {
            return draft.refused(DESK_PAUSED);
        }
        return desk.visit().isPresent()
                ? Decision.NOTHING
                : draft.add(new Event.DeskPaused(desk.id(), reason)).accepted();
    }

    /// What has not taken effect yet is only forgotten.
    private static Decision resume(Draft draft, Desk desk) {
        if (desk.isPaused()) {
            return draft.add(new Event.DeskResumed(desk.id())).accepted();
        }
        return draft.wish(desk.id()).isPresent()
                ? Decision.NOTHING
                : draft.refused(DESK_NOT_PAUSED);
    }
}
