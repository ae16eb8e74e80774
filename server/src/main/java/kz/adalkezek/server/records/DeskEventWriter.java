package kz.adalkezek.server.records;

import java.sql.SQLException;
import java.util.Optional;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.VisitId;

/// What happened at each desk, one row an event.
final class DeskEventWriter {

    private static final String WITH_VISIT =
            """
            INSERT INTO desk_events (log_index, happened_at, desk, actor, type, visit)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String WITHOUT_VISIT =
            """
            INSERT INTO desk_events (log_index, happened_at, desk, actor, type)
            VALUES (?, ?, ?, ?, ?)
            """;

    private record AtDesk(DeskId desk, Optional<VisitId> visit) {}

    private DeskEventWriter() {}

    static void write(Batch batch, Entry entry) throws SQLException {
        var happened = atDesk(entry.event());
        if (happened.isEmpty()) {
            return;
        }
        int desk = happened.get().desk().counter();
        var actor = entry.by().name();
        var type = EventCodec.type(entry.event());
        var visit = happened.get().visit();
        if (visit.isPresent()) {
            long index = visit.get().index();
            batch.add(WITH_VISIT, entry.index(), entry.at(), desk, actor, type, index);
        } else {
            batch.add(WITHOUT_VISIT, entry.index(), entry.at(), desk, actor, type);
        }
    }

    private static Optional<AtDesk> atDesk(Event event) {
        return switch (event) {
            case Event.DeskOpened(var desk, _, _) -> alone(desk);
            case Event.DeskClosed(var desk, _) -> alone(desk);
            case Event.DeskTaken(var desk, _, _) -> alone(desk);
            case Event.ServiceDirect direct -> alone(direct.desk());
            case Event.DeskPaused(var desk, _) -> alone(desk);
            case Event.DeskResumed(var desk) -> alone(desk);
            case Event.CallMade call -> with(call.desk(), call.visit());
            case Event.CallRepeated(var visit, var desk, _, _) -> with(desk, visit);
            case Event.CallWithdrawn(var visit, var desk, _, _) -> with(desk, visit);
            case Event.CallUnanswered(var visit, var desk) -> with(desk, visit);
            case Event.GroundShown(var visit, var desk) -> with(desk, visit);
            case Event.GroundNotShown(var visit, var desk, _) -> with(desk, visit);
            case Event.ServiceStarted(var visit, var desk) -> with(desk, visit);
            case Event.ServiceFinished(var visit, var desk, _) -> with(desk, visit);
            case Event.ServiceAdded added -> with(added.desk(), added.visit());
            case Event.DocumentRequested asked -> with(asked.desk(), asked.visit());
            case Event.ServiceTransferred(var visit, var desk, _, _) -> with(desk, visit);
            case Event.ServiceParked(var visit, var desk, _, _) ->
                    desk.flatMap(freed -> with(freed, visit));
            case Event.ServiceResumed(var visit, var desk) -> with(desk, visit);
            case Event.CallReturned(var visit, var desk) -> desk.flatMap(seen -> with(seen, visit));
            case Event.LogOpened _,
                    Event.ClockStepped _,
                    Event.SoftwareStarted _,
                    Event.Heartbeat _,
                    Event.TicketReprinted _,
                    Event.ClockDisputed _,
                    Event.FindingRaised _,
                    Event.FindingAnswered _,
                    Event.FindingEscalated _,
                    Event.PolicyPublished _,
                    Event.CataloguePublished _,
                    Event.DeviceEnrolled _,
                    Event.DeviceRevoked _,
                    Event.NumbersLeased _,
                    Event.NumbersReleased _,
                    Event.GapDeclared _,
                    Event.DeviceStated _,
                    Event.PartStated _,
                    Event.DayOpened _,
                    Event.DayClosed _,
                    Event.BookingMade _,
                    Event.TicketIssued _,
                    Event.TicketHanded _,
                    Event.TicketVoided _,
                    Event.TicketRestored _,
                    Event.TicketLeft _,
                    Event.VisitComing _,
                    Event.Rated _,
                    Event.CallShown _,
                    Event.Refused _ ->
                    Optional.empty();
        };
    }

    private static Optional<AtDesk> alone(DeskId desk) {
        return Optional.of(new AtDesk(desk, Optional.empty()));
    }

    private static Optional<AtDesk> with(DeskId desk, VisitId visit) {
        return Optional.of(new AtDesk(desk, Optional.of(visit)));
    }
}
