package kz.adalkezek.audit;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;

/// What the replayed entries come to.
public final class Tally {

    private final Map<Event.Rule, Long> calls = new EnumMap<>(Event.Rule.class);
    private Optional<LocalDate> firstDay = Optional.empty();
    private Optional<LocalDate> lastDay = Optional.empty();
    private long entries;
    private long days;
    private long tickets;
    private long overtaken;
    private long withdrawn;
    private long directs;
    private long refusals;

    void add(Entry entry) {
        entries++;
        switch (entry.event()) {
            case Event.DayOpened opened -> {
                days++;
                firstDay = firstDay.or(() -> Optional.of(opened.day()));
                lastDay = Optional.of(opened.day());
            }
            case Event.TicketIssued _ -> tickets++;
            case Event.CallMade call -> {
                calls.merge(call.rule(), 1L, Long::sum);
                overtaken += call.overtaken();
            }
            case Event.ServiceDirect direct -> {
                directs++;
                overtaken += direct.overtaken();
            }
            case Event.CallWithdrawn _ -> withdrawn++;
            case Event.Refused _ -> refusals++;
            default -> {}
        }
    }

    /// What came later in the same log.
    void add(Tally later) {
        firstDay = firstDay.or(() -> later.firstDay);
        lastDay = later.lastDay.or(() -> lastDay);
        later.calls.forEach((rule, count) -> calls.merge(rule, count, Long::sum));
        entries += later.entries;
        days += later.days;
        tickets += later.tickets;
        overtaken += later.overtaken;
        withdrawn += later.withdrawn;
        directs += later.directs;
        refusals += later.refusals;
    }

    public long entries() {
        return entries;
    }

    public long days() {
        return days;
    }

    public Optional<LocalDate> firstDay() {
        return firstDay;
    }

    public Optional<LocalDate> lastDay() {
        return lastDay;
    }

    public long tickets() {
        return tickets;
    }

    public long calls(Event.Rule rule) {
        return calls.getOrDefault(rule, 0L);
    }

    /// How often somebody was overtaken, over all calls; one call overtakes many.
    public long overtaken() {
        return overtaken;
    }

    public long withdrawn() {
        return withdrawn;
    }

    /// How often somebody was served without a ticket.
    public long directs() {
        return directs;
    }

    public long refusals() {
        return refusals;
    }
}
