package kz.adalkezek.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.VisitId;

/// Reads the entries of a log in order and keeps the clocks of the day that is open, or was closed
/// last: no more memory than that day's visits. What an entry says of a visit or desk that it has
/// not heard of changes nothing. Used by one thread.
public final class Clocks {

    private final Map<VisitId, Stopwatch> visits = new TreeMap<>();

    /// What a kiosk had given alone on a day that is over: told now, and left at once.
    private final Map<VisitId, Stopwatch> late = new HashMap<>();

    private final Map<DeskId, VisitId> called = new HashMap<>();
    private final WrapUp wrapUp = new WrapUp();
    private Instant now = Instant.EPOCH;
    private Optional<LocalDate> day = Optional.empty();

    public void read(Entry entry) {
        now = entry.at();
        wrapUp.read(entry);
        switch (entry.event()) {
            case Event.DayOpened opened -> {
                day = Optional.of(opened.day());
                visits.clear();
                late.clear();
                called.clear();
            }
            case Event.DayClosed _ -> day = Optional.empty();
            case Event.TicketIssued ticket -> {
                var visit = new VisitId(entry.index());
                (isOfToday(ticket) ? visits : late).put(visit, new Stopwatch(visit, ticket));
            }
            case Event.TicketVoided(var visit) -> ends(visit, Ending.VOID);
            case Event.TicketRestored(var visit) -> waits(visit);
            case Event.TicketLeft(var visit, _) -> ends(visit, Ending.LEFT);
            case Event.CallMade call -> {
                called.put(call.desk(), call.visit());
                of(call.visit()).ifPresent(watch -> watch.isCalled(call.desk(), now));
            }
            case Event.CallWithdrawn(var visit, _, _, var previous) -> {
                of(visit).ifPresent(watch -> watch.isNotCalledAfterAll(now));
                if (previous instanceof Event.Previous.Was(var before)) {
                    of(before).ifPresent(watch -> watch.isServedAfterAll(now));
                }
            }
            case Event.DeskTaken(var desk, _, _) ->
                    Optional.ofNullable(called.get(desk))
                            .flatMap(this::of)
                            .filter(watch -> watch.isCalledAt(desk))
                            .ifPresent(watch -> watch.waits(now));
            case Event.CallUnanswered(var visit, _) ->
                    of(visit).ifPresent(watch -> watch.isMissed(now));
            case Event.CallReturned(var visit, _) -> waits(visit);
            case Event.GroundNotShown(var visit, _, _) -> waits(visit);
            case Event.ServiceStarted(var visit, _) ->
                    of(visit).ifPresent(watch -> watch.isServed(now));
            case Event.ServiceFinished(var visit, _, _) ->
                    of(visit).ifPresent(watch -> watch.isFinished(now));
            case Event.ServiceAdded(var visit, _, _, _, var joined, _) when !joined ->
                    of(visit).ifPresent(Stopwatch::getsOneMoreLeg);
            case Event.ServiceParked(var visit, _, _, var until) ->
                    of(visit).ifPresent(watch -> watch.isParked(until, now));
            case Event.ServiceResumed(var visit, _) -> waits(visit);
            case Event.ServiceTransferred(var visit, _, _, var returns) -> {
                of(visit).filter(_ -> returns).ifPresent(Stopwatch::getsOneMoreLeg);
                waits(visit);
            }
            default -> {}
        }
    }

    /// As the clocks stand at the newest entry; nothing for a visit of another day.
    public Optional<VisitClocks> visit(VisitId visit) {
        return of(visit).map(watch -> watch.read(now));
    }

    /// All visits of the day, in the order of their tickets; not those told late of another day.
    public List<VisitClocks> visits() {
        return visits.values().stream().map(watch -> watch.read(now)).toList();
    }

    /// How long each desk took after visits before it went on, in milliseconds: apart from all
    /// visits.
    public Map<DeskId, Long> wrapUpMs() {
        return wrapUp.ms();
    }

    private boolean isOfToday(Event.TicketIssued ticket) {
        return ticket.offline().map(Event.Offline::day).filter(of -> !isOpen(of)).isEmpty();
    }

    private boolean isOpen(LocalDate date) {
        return day.equals(Optional.of(date));
    }

    private void waits(VisitId visit) {
        of(visit).ifPresent(watch -> watch.waits(now));
    }

    private void ends(VisitId visit, Ending ending) {
        of(visit).ifPresent(watch -> watch.ends(ending, now));
    }

    private Optional<Stopwatch> of(VisitId visit) {
        return Optional.ofNullable(visits.get(visit))
                .or(() -> Optional.ofNullable(late.get(visit)));
    }
}
