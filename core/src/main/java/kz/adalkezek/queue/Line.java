package kz.adalkezek.queue;

import java.time.Instant;
import java.time.LocalDate;
import kz.adalkezek.queue.Actor.Device;

/// The whole state of a branch as the log tells it: a fold over entries and nothing else. It never
/// changes; [#after] answers the next one, so that any thread may read the one it holds.
///
/// @param size of the log, which is the index of the next entry
/// @param at the log's time: of the newest entry
public record Line(
        long size,
        Instant at,
        Day day,
        Rulebook rulebook,
        Hall hall,
        People people,
        Memory memory,
        Totals totals,
        Bookings bookings,
        Leases leases,
        Findings findings) {

    public sealed interface Day {
        /// @param last the business day that was held last
        record Shut(LocalDate last) implements Day {}

        record Open(LocalDate date) implements Day {}
    }

    public static final Line EMPTY =
            new Line(
                    0,
                    Instant.EPOCH,
                    new Day.Shut(LocalDate.EPOCH),
                    Rulebook.EMPTY,
                    Hall.EMPTY,
                    People.NOBODY,
                    Memory.EMPTY,
                    Totals.NONE,
                    Bookings.NONE,
                    Leases.NONE,
                    Findings.NONE);

    /// The state just before a `day.opened`, made from what that event carries.
    ///
    /// @param index of the `day.opened`
    public static Line before(long index, Event.DayOpened opened) {
        var state = opened.state();
        return new Line(
                index,
                Instant.EPOCH,
                new Day.Shut(opened.day().minusDays(1)),
                new Rulebook(state.policies(), state.catalogues()),
                new Hall(
                        state.counters(),
                        Sorted.empty(),
                        state.devices(),
                        Sorted.empty(),
                        Sorted.empty()),
                People.NOBODY,
                new Memory(Sorted.empty(), Sorted.empty(), 0, state.rememberedFrom()),
                Totals.NONE,
                state.bookings(),
                state.leases(),
                state.findings());
    }

    /// Remembers the answer that an entry before a `day.opened` had given, so that a start at that
    /// day still knows the requests of the day before.
    public Line remembering(Entry entry) {
        return with(memory.with(entry));
    }

    /// The state as it is without the answers of the day before, which no `day.opened` carries.
    public Line withoutDayBefore() {
        return with(new Memory(memory.today(), Sorted.empty(), memory.from(), memory.dayFrom()));
    }

    /// The state at an instant behind the newest entry: who was parked until then waits again.
    public Line asOf(Instant now) {
        return with(people.asOf(now));
    }

    /// The state once the entry has happened.
    ///
    /// @throws IllegalStateException if the entry does not follow: a log that no writer of the law
    ///   made
    public Line after(Entry entry) {
        if (entry.index() != size) {
            throw new IllegalStateException(
                    "entry " + entry.index() + " cannot follow " + size + " entries");
        }
        if (entry.at().isBefore(at)) {
            throw new IllegalStateException("the log's time falls at entry " + entry.index());
        }
        var next = Fold.event(asOf(entry.at()), entry);
        var hall = next.hall;
        if (entry.by() instanceof Device(var id)) {
            var device =
                    hall.devices()
                            .get(id)
                            .orElseThrow(() -> new IllegalStateException("no device " + id));
            hall = hall.with(id, device.acted(entry.dn()));
        }
        return new Line(
                size + 1,
                entry.at(),
                next.day,
                next.rulebook,
                hall,
                next.people.asOf(entry.at()),
                next.memory.with(entry),
                next.totals,
                next.bookings,
                next.leases,
                next.findings);
    }

    Line with(Day day) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }

    Line with(Rulebook rulebook) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }

    Line with(Hall hall) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }

    Line with(People people) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }

    Line with(Memory memory) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }

    Line with(Totals totals) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }

    Line with(Bookings bookings) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }

    Line with(Leases leases) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }

    Line with(Findings findings) {
        return new Line(
                size, at, day, rulebook, hall, people, memory, totals, bookings, leases, findings);
    }
}
