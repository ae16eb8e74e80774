package kz.adalkezek.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.log.Hash;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Bookings;
import kz.adalkezek.queue.Carried;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Findings;
import kz.adalkezek.queue.Leases;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Sorted;
import kz.adalkezek.queue.VisitId;

/// Entries to fill a log with; which events they are does not matter to a journal.
final class Entries {

    static final DeskId DESK_3 = new DeskId(3);
    static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Instant MORNING = Instant.parse("2026-11-23T04:00:00Z");

    private Entries() {}

    static Entry started(long index) {
        return started(index, 0);
    }

    /// @param more how many entries of the same command still follow
    static Entry started(long index, int more) {
        return entry(index, more, new Event.ServiceStarted(new VisitId(index), DESK_3));
    }

    static List<Entry> range(long from, long to) {
        return LongStream.range(from, to).mapToObj(Entries::started).toList();
    }

    /// The root of the first entries, from core's frontier alone.
    static Hash root(long size) {
        var frontier = Frontier.EMPTY;
        for (var entry : range(0, size)) {
            frontier = frontier.plus(Hash.leaf(EventCodec.encode(entry)));
        }
        return frontier.root();
    }

    /// A `day.opened` that carries nothing.
    static Entry dayOpened(long index) {
        var carried =
                new Carried(
                        List.of(),
                        List.of(),
                        Sorted.empty(),
                        Sorted.empty(),
                        index,
                        Bookings.NONE,
                        Leases.NONE,
                        Findings.NONE);
        return entry(index, 0, new Event.DayOpened(DAY, carried, "A".repeat(43)));
    }

    static Entry entry(long index, int more, Event event) {
        return new Entry(
                index,
                MORNING.plusMillis(index),
                Actor.BRANCH,
                0,
                new RequestId(new UUID(0, index)),
                more,
                event);
    }
}
