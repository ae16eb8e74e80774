package kz.adalkezek.server.branch;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.queue.BookingId;

/// The bookings that can still be used, or asked for again, by their codes. The writer adds; any
/// thread reads.
public final class Reservations {

    /// @param day the business day of the slot
    public record Known(BookingId booking, LocalDate day, Reservation reservation) {}

    private final Map<String, Known> byCode = new ConcurrentHashMap<>();
    private final Map<BookingId, Known> byBooking = new ConcurrentHashMap<>();

    /// @param typed a code as a person types it
    public Optional<Known> typed(String typed) {
        return BookingCode.read(typed).map(byCode::get);
    }

    public Optional<Known> of(BookingId booking) {
        return Optional.ofNullable(byBooking.get(booking));
    }

    void add(Known known) {
        byCode.put(known.reservation().code(), known);
        byBooking.put(known.booking(), known);
    }

    /// A business day begins. What was booked for the day before may still be asked for again.
    void turned(LocalDate day) {
        byBooking.values().removeIf(known -> isOver(known, day));
        byCode.values().removeIf(known -> isOver(known, day));
    }

    private static boolean isOver(Known known, LocalDate day) {
        return known.day().isBefore(day.minusDays(1));
    }
}
