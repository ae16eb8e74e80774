package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;

/// The time that a visit had booked, under the terms of the policy that its ticket names. Whoever
/// comes later than these allow is a walk-in: the slot then changes nothing.
public record Slot(Instant at, Policy.Booking terms) {

    /// Whether somebody who arrived then is in time.
    public boolean isKeptBy(Instant arrival) {
        return !arrival.isAfter(at.plus(terms.late()));
    }

    /// What others are measured against.
    Instant claim(Instant arrival) {
        return isKeptBy(arrival) ? later(arrival, at.minus(terms.early())) : arrival;
    }

    /// @param credit of the ground, minutes
    Instant fair(Instant arrival, int credit) {
        var byGround = arrival.minus(Duration.ofMinutes(credit));
        return isKeptBy(arrival) ? earlier(byGround, fair()) : byGround;
    }

    /// The fair time that the booking alone gives.
    public Instant fair() {
        return at.minus(Duration.ofMinutes(terms.credit()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
