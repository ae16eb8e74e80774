package kz.adalkezek.audit;

import java.util.stream.Collectors;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit.Stage;
import kz.adalkezek.queue.VisitId;

/// The steps of a story in plain words, without their full stop.
final class StoryWords {

    private StoryWords() {}

    /// @param visit whose story it is
    /// @param after the state once the entry has happened
    static String of(Entry entry, VisitId visit, Line after) {
        return switch (entry.event()) {
            case Event.TicketIssued ticket -> issued(entry, ticket);
            case Event.TicketHanded(_, var how, var reason) -> handed(how) + because(reason);
            case Event.TicketVoided _ -> "the ticket was not handed over in time: void";
            case Event.TicketRestored _ -> "the ticket was handed over after all: it waits";
            case Event.TicketLeft(_, var reason) -> left(reason);
            case Event.VisitComing _ -> "the citizen says by phone: on my way";
            case Event.CallMade call -> called(entry, call);
            case Event.CallRepeated(_, var desk, _, _) -> "called again at counter " + desk;
            case Event.CallShown(var call, var spoken) ->
                    "a board showed %s the call of entry %d"
                            .formatted(spoken ? "and spoke" : "without a voice", call);
            case Event.CallWithdrawn withdrawn -> withdrawn(withdrawn, visit);
            case Event.CallUnanswered(_, var desk) ->
                    "nobody came to counter %s: a no-show".formatted(desk);
            case Event.CallReturned(_, var desk) ->
                    desk.map(seen -> "seen again at counter " + seen)
                                    .orElse("the citizen says by phone: I am back")
                            + "; it waits with its old place";
            case Event.GroundShown _ -> "the paper for the earlier turn was shown";
            case Event.GroundNotShown _ ->
                    "the paper for the earlier turn was not shown: it waits with its arrival";
            case Event.ServiceStarted(_, var desk) -> "service began at counter " + desk;
            case Event.ServiceFinished(_, var desk, var outcome) ->
                    finished(desk, outcome, visit, after);
            case Event.ServiceAdded added ->
                    added.joined()
                            ? "one more service of the same group was added"
                            : "one more service was added: group " + added.group();
            case Event.DocumentRequested asked ->
                    asked.listed()
                            ? "a listed document was asked for"
                            : "a document outside the list was asked for" + because(asked.reason());
            case Event.ServiceTransferred(_, var desk, var target, var returns) ->
                    "sent on from counter %s to %s%s"
                            .formatted(desk, target(target), returns ? ", and then back" : "");
            case Event.ServiceParked(_, var desk, var reason, var until) ->
                    desk.map(from -> "put on hold at counter " + from)
                                    .orElse("the citizen asked for more time")
                            + because(reason)
                            + until.map(back -> ", back at " + Report.clock(back)).orElse("");
            case Event.ServiceResumed _ -> "back from hold: it waits";
            case Event.DeskTaken(var desk, _, _) ->
                    "another operator took counter %s over: %s"
                            .formatted(desk, waits(visit, after) ? "it waits again" : "served on");
            case Event.TicketReprinted _ -> "a copy was printed: no second ticket";
            case Event.ClockDisputed disputed ->
                    "its times were called inaccurate" + because(disputed.reason());
            case Event.Rated(_, var stars) -> "rated with " + stars + " of 5 stars";
            default -> "(" + EventCodec.type(entry.event()) + ")";
        };
    }

    /// @param times how often the visit of the story was overtaken by the law so far
    static String of(Overtaking overtaking, int times) {
        var who =
                overtaking
                        .called()
                        .map(called -> called.number() + " was called before it")
                        .orElse("somebody without a ticket was served before it");
        var why =
                switch (overtaking.why()) {
                    case BY_LAW -> "by the law, with an earlier fair time (a published credit)";
                    case BOOKING ->
                            overtaking
                                    .slot()
                                    .map(slot -> "for its booking for " + Report.clock(slot))
                                    .orElseThrow();
                    case LIMIT -> "by the limit, having been overtaken often enough itself";
                    case OVERRIDE, DIRECT -> "by an override" + because(overtaking.reason());
                };
        return "%s at counter %s, %s; overtaken by the law so far: %d"
                .formatted(who, overtaking.desk(), why, times);
    }

    private static String issued(Entry entry, Event.TicketIssued ticket) {
        var groups = ticket.groups().stream().map(GroupCode::value);
        var credit =
                ticket.credit() > 0
                        ? ", fair time %s (a credit of %d minutes)"
                                .formatted(Report.clock(ticket.fair()), ticket.credit())
                        : "";
        var booking =
                ticket.checkIn()
                        .map(used -> ", with a booking for " + Report.clock(used.slot()))
                        .orElse("");
        var offline =
                ticket.offline().isPresent()
                        ? ", given without the branch, which knows it from "
                                + Report.clock(entry.at())
                        : "";
        return "ticket %s for %s taken at %s; arrival %s%s%s%s, policy %s"
                .formatted(
                        ticket.number(),
                        groups.collect(Collectors.joining(", then ")),
                        taker(entry.by()),
                        Report.clock(ticket.arrival()),
                        booking,
                        credit,
                        offline,
                        ticket.policy());
    }

    private static String taker(Actor by) {
        return by instanceof Actor.Operator ? "a desk" : by.name();
    }

    private static String handed(Event.Handing how) {
        return switch (how) {
            case PRINTED -> "printed and in the citizen's hands";
            case SHOWN -> "shown on the screen and taken from there";
            case FAILED -> "could not be handed over";
        };
    }

    private static String left(Event.Leaving reason) {
        return switch (reason) {
            case CITIZEN -> "the citizen has left";
            case DESK -> "a desk says that the citizen has left";
            case DAY_CLOSED -> "the day closed before it was done";
        };
    }

    private static String called(Entry entry, Event.CallMade call) {
        return "called at counter %s by %s%s; the desk could have called %d, %d of them earlier ones%s"
                .formatted(
                        call.desk(),
                        Words.of(call.rule()),
                        call.rule() == Event.Rule.OVERRIDE
                                ? " of operator " + entry.by().name() + because(call.reason())
                                : "",
                        call.eligible(),
                        call.overtaken(),
                        call.unacknowledged() ? "; no board could show it" : "");
    }

    private static String withdrawn(Event.CallWithdrawn withdrawn, VisitId visit) {
        return withdrawn.visit().equals(visit)
                ? "the call of entry %d was taken back: as before".formatted(withdrawn.call())
                : "the call of entry %d, which had finished it, was taken back: served on"
                        .formatted(withdrawn.call());
    }

    private static String finished(DeskId desk, Code outcome, VisitId visit, Line after) {
        return "%s finished at counter %s%s"
                .formatted(
                        waits(visit, after) ? "one of its services" : "service",
                        desk,
                        outcome.isNone() ? "" : " (" + outcome + ")");
    }

    private static boolean waits(VisitId visit, Line line) {
        return line.people()
                .visit(visit)
                .filter(then -> then.stage() instanceof Stage.Waiting)
                .isPresent();
    }

    private static String target(Event.Target target) {
        return switch (target) {
            case Event.Target.Group(var group) -> "group " + group;
            case Event.Target.Counter(var desk) -> "counter " + desk + " alone";
        };
    }

    private static String because(Code reason) {
        return reason.isNone() ? "" : ", reason " + reason;
    }
}
