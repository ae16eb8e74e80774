package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.clocks.Clock;
import kz.adalkezek.queue.SecondReading.Person;
import kz.adalkezek.queue.SecondReading.Where;

/// The clocks said a second time: where everybody was behind each entry is written down, and what
/// that comes to is counted from the whole list.
final class Timelines {

    private record Moment(Instant at, Where where) {}

    private final Map<VisitId, List<Moment>> moments = new TreeMap<>();

    /// @param before of the entry
    void beforeReading(Entry entry, SecondReading before) {
        for (var person : before.people().values()) {
            if (person.where == Where.PARKED && person.whereAt(entry.at()) == Where.WAITING) {
                put(person, person.parkedUntil, Where.WAITING);
            }
        }
        if (entry.event() instanceof Event.CallWithdrawn(_, _, _, Event.Previous.Was(var visit))
                && moments.containsKey(visit)) {
            // It was not finished: since then it was neither waiting nor done, but away.
            var list = moments.getOrDefault(visit, List.of());
            list.add(new Moment(list.removeLast().at, Where.UNANSWERED));
        }
    }

    void afterReading(Entry entry, SecondReading after) {
        if (entry.event() instanceof Event.DayOpened) {
            moments.clear();
        }
        after.people().values().forEach(p -> put(p, entry.at(), p.whereAt(entry.at())));
    }

    private void put(Person person, Instant at, Where where) {
        var list = moments.computeIfAbsent(person.visit, _ -> new ArrayList<>());
        if (list.isEmpty()) {
            list.add(new Moment(person.ticket.arrival(), Where.RESERVED));
        }
        if (list.getLast().where != where) {
            list.add(new Moment(at, where));
        }
    }

    /// What the clocks of a visit come to; those of a visit that is over stand still.
    Map<Clock, Long> spentMs(VisitId visit, Instant now) {
        var spent = new HashMap<Clock, Long>();
        for (var clock : Clock.values()) {
            spent.put(clock, 0L);
        }
        var list = moments.getOrDefault(visit, List.of());
        for (int i = 0; i < list.size(); i++) {
            boolean last = i + 1 == list.size();
            if (last && isOver(list.get(i).where)) {
                break;
            }
            var until = last ? now : list.get(i + 1).at;
            long ms = Duration.between(list.get(i).at, until).toMillis();
            spent.merge(clock(list.get(i).where), ms, Long::sum);
        }
        return spent;
    }

    private static boolean isOver(Where where) {
        return where == Where.VOID || where == Where.LEFT || where == Where.FINISHED;
    }

    private static Clock clock(Where where) {
        return switch (where) {
            case RESERVED, WAITING -> Clock.WAITING;
            case CALLED -> Clock.WALKING;
            case SERVED -> Clock.SERVICE;
            case PARKED, UNANSWERED, VOID, LEFT, FINISHED -> Clock.AWAY;
        };
    }
}
