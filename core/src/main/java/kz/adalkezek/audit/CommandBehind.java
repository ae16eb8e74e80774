package kz.adalkezek.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Command.Whom;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.Wishes;
import kz.adalkezek.queue.Wishes.Wish;

/// What was asked, read back from the entries that it made. What the law cannot know, such as a
/// commitment, is taken from there as it is.
sealed interface CommandBehind {

    /// The law can be asked again.
    ///
    /// @param wishes what desks had asked for before, as far as the command has fulfilled it
    record Asked(Command command, Wishes wishes) implements CommandBehind {}

    /// Somebody was refused; what was asked is not in the log.
    record Refusal(Event.Refused refused) implements CommandBehind {}

    /// No command makes such entries.
    record Nothing(String why) implements CommandBehind {}

    /// @param command all entries of one request, in order
    static CommandBehind of(List<Entry> command) {
        try {
            if (command.getLast().event() instanceof Event.DayClosed(_, _, var opened)) {
                return asked(closing(command.getFirst(), opened));
            }
            return read(command) instanceof Asked(var asked, _)
                    ? new Asked(asked, wishes(command))
                    : read(command);
        } catch (IllegalArgumentException e) {
            return new Nothing("no command can be like this: " + e.getMessage());
        }
    }

    private static Command closing(Entry first, Opened opened) {
        return new Command.CloseDay(first.request(), first.by(), opened);
    }

    private static CommandBehind read(List<Entry> command) {
        var first = command.getFirst();
        var request = first.request();
        var by = first.by();
        return switch (first.event()) {
            case Event.LogOpened(var origin, var build, var previous) ->
                    asked(new Command.OpenLog(request, origin, build, previous));
            case Event.SoftwareStarted(var version, var build, var boot) ->
                    asked(new Command.StartSoftware(request, version, build, boot));
            case Event.Heartbeat _ -> asked(new Command.Beat(request));
            case Event.ClockStepped(var wall) -> asked(new Command.StepClock(request, wall));
            case Event.PolicyPublished(var from, var policy) ->
                    asked(new Command.PublishPolicy(request, by, from, policy));
            case Event.CataloguePublished(var from, var version, var hash, var letters) ->
                    asked(new Command.PublishCatalogue(request, by, from, version, hash, letters));
            case Event.DeviceEnrolled(var device, var kind, var hall, var key) ->
                    asked(new Command.EnrolDevice(request, by, device, kind, hall, key));
            case Event.DeviceRevoked(var device) ->
                    asked(new Command.RevokeDevice(request, by, device));
            case Event.DeviceStated(var device, var here) ->
                    asked(new Command.StateDevice(request, device, here));
            case Event.PartStated(var device, var part, var condition, var printed) ->
                    asked(new Command.StatePart(request, by, device, part, condition, printed));
            case Event.DayOpened opened -> asked(opening(first, opened));
            case Event.TicketIssued ticket ->
                    asked(
                            ticket.offline()
                                    .<Command>map(offline -> merging(command, ticket, offline))
                                    .orElseGet(() -> taking(first, ticket)));
            case Event.NumbersLeased(_, var block) ->
                    asked(new Command.LeaseNumbers(request, by, block.letter(), block.size()));
            case Event.NumbersReleased(var device, var block) ->
                    asked(new Command.ReleaseNumbers(request, by, device, block));
            case Event.GapDeclared(var device, _, var last) ->
                    asked(new Command.DeclareGap(request, by, device, last));
            case Event.BookingMade(var slot, var day, var group, var c) ->
                    asked(new Command.Book(request, by, slot, day, group, c));
            case Event.TicketHanded(var visit, var how, var reason) ->
                    asked(new Command.HandTicket(request, by, visit, how, reason));
            case Event.TicketReprinted(var visit) ->
                    asked(new Command.ReprintTicket(request, by, visit));
            case Event.TicketVoided(var visit) -> asked(new Command.VoidTicket(request, visit));
            case Event.TicketLeft(var visit, _) ->
                    asked(new Command.LeaveVisit(request, by, visit));
            case Event.CallShown(var call, var spoken) ->
                    asked(new Command.ShowCall(request, by, call, spoken));
            case Event.Refused refused -> new Refusal(refused);
            case Event.TicketRestored _, Event.DayClosed _ ->
                    new Nothing("no command begins with this");
            case Event.DeskOpened _,
                    Event.DeskClosed _,
                    Event.DeskPaused _,
                    Event.DeskTaken _,
                    Event.ServiceDirect _,
                    Event.DeskResumed _,
                    Event.CallMade _,
                    Event.CallRepeated _,
                    Event.CallWithdrawn _,
                    Event.CallUnanswered _,
                    Event.GroundShown _,
                    Event.GroundNotShown _,
                    Event.ServiceStarted _,
                    Event.ServiceFinished _,
                    Event.ServiceAdded _,
                    Event.DocumentRequested _,
                    Event.ServiceTransferred _,
                    Event.ServiceResumed _ ->
                    atDesk(command);
            case Event.VisitComing(var visit) -> asked(new Command.SayComing(request, visit));
            case Event.ClockDisputed(var visit, var reason) ->
                    asked(new Command.DisputeClock(request, by, new Whom.ById(visit), reason));
            case Event.FindingRaised(var rule, var subject, _) ->
                    asked(new Command.RaiseFinding(request, rule, subject));
            case Event.FindingAnswered(var finding, var reason, var c) ->
                    asked(new Command.AnswerFinding(request, by, finding, reason, c));
            case Event.FindingEscalated(var finding, _) ->
                    asked(new Command.EscalateFinding(request, finding));
            case Event.Rated(var visit, var stars) ->
                    asked(new Command.Rate(request, visit, stars));
            case Event.ServiceParked parked -> asked(parking(first, parked));
            case Event.CallReturned(var visit, var desk) ->
                    asked(
                            desk.<Command>map(seen ->
                                            new Command.ReturnVisit(
                                                    request, by, seen, new Whom.ById(visit)))
                                    .orElseGet(() -> new Command.ComeBack(request, visit)));
        };
    }

    private static CommandBehind atDesk(List<Entry> command) {
        var first = command.getFirst();
        var request = first.request();
        var by = first.by();
        return switch (first.event()) {
            case Event.DeskOpened(var desk, var primary, var secondary) ->
                    asked(new Command.OpenDesk(request, by, desk, primary, secondary));
            case Event.DeskClosed(var desk, var reason) ->
                    asked(new Command.CloseDesk(request, by, desk, reason));
            case Event.DeskTaken(var desk, var primary, var secondary) ->
                    asked(new Command.TakeCounter(request, by, desk, primary, secondary));
            case Event.ServiceDirect(var desk, _, _, _, var reason) ->
                    asked(new Command.ServeDirect(request, by, desk, reason));
            case Event.DeskPaused(var desk, var reason) ->
                    asked(new Command.PauseDesk(request, by, desk, reason));
            case Event.DeskResumed(var desk) -> asked(new Command.ResumeDesk(request, by, desk));
            case Event.CallMade call when call.rule() == Event.Rule.OVERRIDE ->
                    asked(
                            new Command.CallVisit(
                                    request,
                                    by,
                                    call.desk(),
                                    new Whom.ById(call.visit()),
                                    call.reason()));
            case Event.CallMade call -> asked(new Command.CallNext(request, by, call.desk()));
            case Event.CallRepeated(_, var desk, _, _) ->
                    asked(new Command.RepeatCall(request, by, desk));
            case Event.CallWithdrawn(_, var desk, _, _) ->
                    asked(new Command.UndoCall(request, by, desk));
            case Event.CallUnanswered(_, var desk) ->
                    asked(new Command.MarkNoShow(request, by, desk));
            case Event.GroundShown(_, var desk) ->
                    asked(new Command.RecordGround(request, by, desk, true));
            case Event.GroundNotShown(_, var desk, _) ->
                    asked(new Command.RecordGround(request, by, desk, false));
            case Event.ServiceStarted(_, var desk) ->
                    asked(new Command.StartService(request, by, desk));
            // Only call-next finishes a visit without saying how it ended.
            case Event.ServiceFinished(_, var desk, var outcome) ->
                    asked(
                            outcome.isNone()
                                    ? new Command.CallNext(request, by, desk)
                                    : new Command.FinishService(request, by, desk, outcome));
            case Event.ServiceAdded(_, var desk, var group, var now, _, var c) ->
                    asked(new Command.AddService(request, by, desk, group, now, c));
            case Event.DocumentRequested(_, var desk, var listed, var reason, var c) ->
                    asked(new Command.RequestDocument(request, by, desk, listed, reason, c));
            case Event.ServiceTransferred(_, var desk, var target, var returns) ->
                    asked(new Command.TransferVisit(request, by, desk, target, returns));
            case Event.ServiceResumed(var visit, var desk) ->
                    asked(new Command.UnparkVisit(request, by, desk, new Whom.ById(visit)));
            default -> throw new IllegalStateException("not an event of a desk");
        };
    }

    /// Without a desk it was the citizen.
    private static Command parking(Entry first, Event.ServiceParked parked) {
        return parked.desk()
                .<Command>map(desk ->
                        new Command.ParkVisit(
                                first.request(), first.by(), desk, parked.reason(), parked.until()))
                .orElseGet(() -> new Command.StepAside(first.request(), parked.visit()));
    }

    private static Command opening(Entry first, Event.DayOpened opened) {
        var counters = new HashMap<DeskId, Code>();
        for (var pair : opened.state().counters()) {
            counters.put(pair.key(), pair.value());
        }
        return new Command.OpenDay(first.request(), first.by(), opened.day(), counters);
    }

    /// An arrival that was kept is what the kiosk said, or now.
    private static Command taking(Entry first, Event.TicketIssued ticket) {
        var touched = touched(ticket);
        return new Command.TakeTicket(
                first.request(),
                first.by(),
                ticket.groups(),
                new Command.Touched.At(touched),
                ticket.credit(),
                ticket.commitment(),
                ticket.checkIn().map(Event.CheckIn::booking));
    }

    private static Instant touched(Event.TicketIssued ticket) {
        return switch (ticket.touch()) {
            case Event.Touch.Bounded(var instant) -> instant;
            case Event.Touch.Kept _ -> ticket.arrival();
        };
    }

    private static Command merging(
            List<Entry> command, Event.TicketIssued ticket, Event.Offline offline) {
        var first = command.getFirst();
        Optional<Event.Handing> handed = Optional.empty();
        var reason = Code.NONE;
        for (var entry : command) {
            if (entry.event() instanceof Event.TicketHanded(_, var how, var why)) {
                handed = Optional.of(how);
                reason = why;
            }
        }
        return new Command.MergeTicket(
                first.request(),
                first.by(),
                ticket.number(),
                offline.day(),
                ticket.groups(),
                touched(ticket),
                ticket.credit(),
                ticket.policy(),
                ticket.commitment(),
                handed,
                reason,
                offline.pending(),
                offline.unanswered(),
                offline.signed());
    }

    private static Wishes wishes(List<Entry> command) {
        var wishes = Wishes.NONE;
        for (var entry : command.subList(1, command.size())) {
            wishes =
                    switch (entry.event()) {
                        case Event.DeskClosed(var desk, var reason) ->
                                wishes.with(desk, new Wish.Close(reason));
                        case Event.DeskPaused(var desk, var reason) ->
                                wishes.with(desk, new Wish.Pause(reason));
                        default -> wishes;
                    };
        }
        return wishes;
    }

    private static CommandBehind asked(Command command) {
        return new Asked(command, Wishes.NONE);
    }
}
