package kz.adalkezek.server.records;

import java.sql.SQLException;
import java.util.Locale;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Event.Previous;

/// What each event means for the table of visits. Times of a call and of service are those of the
/// newest leg.
final class VisitWriter {

    private static final String ISSUED =
            """
            INSERT INTO visits (
                visit, number, first_group, legs, leg, taken_by, policy, credit,
                arrival_at, claim_at, fair_at, issued_at, state)
            VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, 'reserved')
            """;

    private static final String HANDED =
            """
            UPDATE visits
            SET handed_at = ?, state = CASE state WHEN 'reserved' THEN 'waiting' ELSE state END
            WHERE visit = ?
            """;

    private static final String STATE = "UPDATE visits SET state = ? WHERE visit = ?";

    private static final String ENDED = "UPDATE visits SET state = ?, ended_at = ? WHERE visit = ?";

    private static final String RESTORED =
            "UPDATE visits SET state = 'waiting', ended_at = NULL WHERE visit = ?";

    private static final String CALLED =
            """
            UPDATE visits
            SET called_at = ?, desk = ?, call_rule = ?, overtaken = ?, state = 'called'
            WHERE visit = ?
            """;

    private static final String WITHDRAWN =
            """
            UPDATE visits
            SET called_at = NULL, desk = NULL, call_rule = NULL, overtaken = NULL,
                state = 'waiting'
            WHERE visit = ?
            """;

    /// The visit that the withdrawn call had finished is served again; finishing had moved it on to
    /// its next leg if it had one.
    private static final String SERVED_AGAIN =
            """
            UPDATE visits
            SET finished_at = NULL, ended_at = NULL, outcome = NULL, desk = ?,
                leg = CASE state WHEN 'waiting' THEN leg - 1 ELSE leg END,
                state = 'serving'
            WHERE visit = ?
            """;

    private static final String GROUND_NOT_SHOWN =
            "UPDATE visits SET fair_at = ?, credit = 0, state = 'waiting' WHERE visit = ?";

    private static final String STARTED =
            "UPDATE visits SET started_at = ?, desk = ?, state = 'serving' WHERE visit = ?";

    /// Whom the desk before had called waits again.
    private static final String TAKEN =
            "UPDATE visits SET state = 'waiting' WHERE state = 'called' AND desk = ?";

    private static final String LEGS = "UPDATE visits SET legs = legs + ? WHERE visit = ?";

    private static final String TRANSFERRED =
            "UPDATE visits SET legs = legs + ?, state = 'waiting' WHERE visit = ?";

    private static final String FINISHED =
            """
            UPDATE visits
            SET finished_at = ?, outcome = ?,
                ended_at = CASE WHEN leg + 1 < legs THEN ended_at ELSE ? END,
                state = CASE WHEN leg + 1 < legs THEN 'waiting' ELSE 'finished' END,
                leg = CASE WHEN leg + 1 < legs THEN leg + 1 ELSE leg END
            WHERE visit = ?
            """;

    private VisitWriter() {}

    static void write(Batch batch, Entry entry) throws SQLException {
        var at = entry.at();
        switch (entry.event()) {
            case Event.TicketIssued issued -> issued(batch, entry, issued);
            case Event.TicketHanded(var visit, var how, _) -> {
                if (how.reachesTheCitizen()) {
                    batch.add(HANDED, at, visit.index());
                }
            }
            case Event.TicketVoided(var visit) -> batch.add(ENDED, "void", at, visit.index());
            case Event.TicketRestored(var visit) -> batch.add(RESTORED, visit.index());
            case Event.TicketLeft(var visit, _) -> batch.add(ENDED, "left", at, visit.index());
            case Event.CallMade call ->
                    batch.add(
                            CALLED,
                            at,
                            call.desk().counter(),
                            call.rule().name().toLowerCase(Locale.ROOT),
                            call.overtaken(),
                            call.visit().index());
            case Event.CallWithdrawn(var visit, var desk, _, var previous) -> {
                batch.add(WITHDRAWN, visit.index());
                if (previous instanceof Previous.Was(var served)) {
                    batch.add(SERVED_AGAIN, desk.counter(), served.index());
                }
            }
            case Event.CallUnanswered(var visit, _) -> batch.add(STATE, "no-show", visit.index());
            case Event.GroundNotShown(var visit, _, var fair) ->
                    batch.add(GROUND_NOT_SHOWN, fair, visit.index());
            case Event.ServiceStarted(var visit, var desk) ->
                    batch.add(STARTED, at, desk.counter(), visit.index());
            case Event.ServiceFinished(var visit, _, var outcome) ->
                    batch.add(FINISHED, at, outcome.value(), at, visit.index());
            case Event.DeskTaken(var desk, _, _) -> batch.add(TAKEN, desk.counter());
            case Event.ServiceAdded added ->
                    batch.add(LEGS, added.joined() ? 0 : 1, added.visit().index());
            case Event.ServiceTransferred(var visit, _, _, var returns) ->
                    batch.add(TRANSFERRED, returns ? 1 : 0, visit.index());
            case Event.ServiceParked(var visit, _, _, _) ->
                    batch.add(STATE, "parked", visit.index());
            case Event.ServiceResumed(var visit, _) -> batch.add(STATE, "waiting", visit.index());
            case Event.CallReturned(var visit, _) -> batch.add(STATE, "waiting", visit.index());
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
                    Event.DeskOpened _,
                    Event.DeskClosed _,
                    Event.DeskPaused _,
                    Event.VisitComing _,
                    Event.Rated _,
                    Event.DocumentRequested _,
                    Event.ServiceDirect _,
                    Event.DeskResumed _,
                    Event.CallRepeated _,
                    Event.CallShown _,
                    Event.GroundShown _,
                    Event.Refused _ -> {}
        }
    }

    private static void issued(Batch batch, Entry entry, Event.TicketIssued issued)
            throws SQLException {
        batch.add(
                ISSUED,
                entry.index(),
                issued.number().toString(),
                issued.groups().getFirst().value(),
                issued.groups().size(),
                entry.by().name(),
                issued.policy(),
                issued.credit(),
                issued.arrival(),
                issued.claim(),
                issued.fair(),
                entry.at());
    }
}
