package kz.adalkezek.clocks;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.VisitId;

/// One visit while its day is open: which clock runs, since when, and what each has come to.
final class Stopwatch {

    /// Where the visit is.
    sealed interface Place {
        /// With a number; in the line or on the way to it.
        record InLine() implements Place {}

        record Called(DeskId desk, Place before) implements Place {}

        record Served() implements Place {}

        /// @param until from when on it waits again without an event
        record Parked(Optional<Instant> until) implements Place {}

        record Missed() implements Place {}

        record Over(Ending ending) implements Place {}
    }

    private final VisitId visit;
    private final Event.TicketIssued ticket;
    private final Map<Clock, Long> spentMs = new EnumMap<>(Clock.class);
    private Place place = new Place.InLine();
    private Instant since;
    private int legsLeft;
    private boolean served;

    Stopwatch(VisitId visit, Event.TicketIssued ticket) {
        this.visit = visit;
        this.ticket = ticket;
        this.since = ticket.arrival();
        this.legsLeft = ticket.groups().size();
    }

    private Stopwatch(Stopwatch other) {
        this.visit = other.visit;
        this.ticket = other.ticket;
        spentMs.putAll(other.spentMs);
        this.place = other.place;
        this.since = other.since;
        this.legsLeft = other.legsLeft;
        this.served = other.served;
    }

    void waits(Instant at) {
        moves(new Place.InLine(), at);
    }

    void isCalled(DeskId desk, Instant at) {
        moves(new Place.Called(desk, place), at);
    }

    boolean isCalledAt(DeskId desk) {
        return place instanceof Place.Called(var there, _) && there.equals(desk);
    }

    void isNotCalledAfterAll(Instant at) {
        moves(place instanceof Place.Called(_, var before) ? before : place, at);
    }

    void isServed(Instant at) {
        moves(new Place.Served(), at);
        served = true;
    }

    /// With its leg; the next one waits, if it has one.
    void isFinished(Instant at) {
        if (legsLeft > 1) {
            legsLeft--;
            waits(at);
        } else {
            ends(Ending.FINISHED, at);
        }
    }

    /// Finishing it was a mistake: the time between counts as away, also where its next leg had
    /// begun to wait.
    void isServedAfterAll(Instant at) {
        legsLeft += place instanceof Place.InLine ? 1 : 0;
        spend(Clock.AWAY, at);
        place = new Place.Served();
    }

    void getsOneMoreLeg() {
        legsLeft++;
    }

    void isParked(Optional<Instant> until, Instant at) {
        moves(new Place.Parked(until), at);
    }

    void isMissed(Instant at) {
        moves(new Place.Missed(), at);
    }

    void ends(Ending ending, Instant at) {
        moves(new Place.Over(ending), at);
    }

    private void moves(Place next, Instant at) {
        run(at);
        place = next;
    }

    private void run(Instant at) {
        switch (place) {
            case Place.InLine _ -> spend(Clock.WAITING, at);
            case Place.Called _ -> spend(Clock.WALKING, at);
            case Place.Served _ -> spend(Clock.SERVICE, at);
            case Place.Missed _, Place.Over _ -> spend(Clock.AWAY, at);
            case Place.Parked(var until) -> {
                var back = until.filter(at::isAfter);
                back.filter(since::isBefore).ifPresent(then -> spend(Clock.AWAY, then));
                spend(back.isPresent() ? Clock.WAITING : Clock.AWAY, at);
            }
        }
    }

    private void spend(Clock clock, Instant until) {
        spentMs.merge(clock, until.toEpochMilli() - since.toEpochMilli(), Long::sum);
        since = until;
    }

    /// What the clocks say at an instant; those of a visit that is over stand still.
    VisitClocks read(Instant now) {
        var then = new Stopwatch(this);
        if (!(place instanceof Place.Over)) {
            then.run(now);
        }
        return then.read();
    }

    private VisitClocks read() {
        return new VisitClocks(
                visit,
                ticket.number(),
                ticket.groups().getFirst(),
                ticket.arrival(),
                since,
                place instanceof Place.Over(var ending) ? ending : Ending.NOT_YET,
                served,
                spentMs(Clock.WAITING),
                spentMs(Clock.WALKING),
                spentMs(Clock.SERVICE),
                spentMs(Clock.AWAY));
    }

    private long spentMs(Clock clock) {
        return spentMs.getOrDefault(clock, 0L);
    }
}
