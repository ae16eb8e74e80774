package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import java.util.Optional;
import kz.adalkezek.queue.Command.After;

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
        var catalogue = line.rulebook().catalogueAt(draft.at());
        if (catalogue.isEmpty()) {
            return draft.refused(NO_CATALOGUE);
        }
        var letters = catalogue.get().letters();
        if (open.primary().isEmpty()
                || !open.primary().stream().allMatch(letters::has)
                || !open.secondary().stream().allMatch(letters::has)) {
            return draft.refused(GROUP_UNKNOWN);
        }
        var desk = Desk.opened(open.desk(), open.by(), open.primary(), open.secondary());
        return draft.add(new Event.DeskOpened(desk.id(), desk.primary(), desk.secondary()))
                .accepted();
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
        if (!mayClose(draft, closing(command))) {
            return draft.refused(REASON_UNKNOWN);
        }
        return switch (command) {
            case Command.OpenDesk open -> open(draft, open);
            case Command.CloseDesk(_, _, _, var reason) -> close(draft, desk, reason);
            case Command.CallNext(_, _, _, var after) -> CallRules.next(draft, desk, after);
            case Command.CallVisit(_, _, _, var whom, var reason) ->
                    CallRules.named(draft, desk, whom, reason);
            case Command.UndoCall _ -> CallRules.undo(draft, desk);
            case Command.RepeatCall _ -> CallRules.repeat(draft, desk);
            case Command.RecordGround(_, _, _, var shown) ->
                    ServiceRules.ground(draft, desk, shown);
            case Command.StartService _ -> ServiceRules.start(draft, desk);
            case Command.FinishService(_, _, _, var outcome, var after) ->
                    ServiceRules.finish(draft, desk, outcome, after);
            case Command.MarkNoShow(_, _, _, var after) -> CallRules.noShow(draft, desk, after);
            case Command.ParkVisit(_, _, _, var reason, var until) ->
                    AwayRules.park(draft, desk, reason, until);
            case Command.UnparkVisit(_, _, _, var whom) -> AwayRules.unpark(draft, desk, whom);
            case Command.ReturnVisit(_, _, _, var whom) ->
                    AwayRules.comeBack(draft, whom, Optional.of(desk.id()));
        };
    }

    /// For which reason the desk is to be closed, now or after the visit.
    private static Code closing(Command.ForDesk command) {
        var after =
                switch (command) {
                    case Command.CloseDesk(_, _, _, var reason) -> new After.Close(reason);
                    case Command.CallNext(_, _, _, var asked) -> asked;
                    case Command.FinishService(_, _, _, _, var asked) -> asked;
                    case Command.MarkNoShow(_, _, _, var asked) -> asked;
                    case Command.OpenDesk _,
                            Command.CallVisit _,
                            Command.UndoCall _,
                            Command.RepeatCall _,
                            Command.RecordGround _,
                            Command.StartService _,
                            Command.ParkVisit _,
                            Command.UnparkVisit _,
                            Command.ReturnVisit _ ->
                            After.GO_ON;
                };
        return after instanceof After.Close(var reason) ? reason : Code.NONE;
    }

    /// Without a reason, or for one that the policy lists for closing or for a pause.
    private static boolean mayClose(Draft draft, Code reason) {
        var policy = draft.line().rulebook().policyAt(draft.at());
        return reason.isNone()
                || policy.filter(p -> p.allows("close", reason) || p.allows("pause", reason))
                        .isPresent();
    }

    /// With a visit at the desk it takes effect after that visit: then there is nothing to record
    /// yet.
    private static Decision close(Draft draft, Desk desk, Code reason) {
        return desk.visit().isPresent()
                ? Decision.NOTHING
                : draft.add(new Event.DeskClosed(desk.id(), reason)).accepted();
    }

    /// What was asked for while the visit was at the desk.
    static Draft then(Draft draft, DeskId desk, After after) {
        return switch (after) {
            case After.GoOn _ -> draft;
            case After.Close(var reason) -> draft.add(new Event.DeskClosed(desk, reason));
        };
    }
}
