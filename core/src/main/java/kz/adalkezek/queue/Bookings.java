package kz.adalkezek.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// The bookings whose day is not over, used or not.
public record Bookings(Sorted<BookingId, Booked> made) {

    public static final Bookings NONE = new Bookings(Sorted.empty());

    /// @param day the business day of the slot, on which alone it can be used
    /// @param used a ticket names it already
    public record Booked(Instant slot, LocalDate day, GroupCode group, boolean used) {}

    public Optional<Booked> booked(BookingId id) {
        return made.get(id);
    }

    boolean isEmpty() {
        return made.isEmpty();
    }

    Bookings with(BookingId id, Event.BookingMade booking) {
        return with(id, new Booked(booking.slot(), booking.day(), booking.group(), false));
    }

    Bookings used(BookingId id) {
        return made.get(id)
                .map(one -> with(id, new Booked(one.slot(), one.day(), one.group(), true)))
                .orElse(this);
    }

    /// Those that can still be used from this business day on.
    Bookings unusedFrom(LocalDate day) {
        var left = NONE;
        for (var pair : made) {
            var one = pair.value();
            if (!one.used() && !one.day().isBefore(day)) {
                left = left.with(pair.key(), one);
            }
        }
        return left;
    }

    private Bookings with(BookingId id, Booked one) {
        return new Bookings(made.put(id, one));
    }
}
