package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Line.Day;

/// A slot is booked beforehand and used once, on its business day, for a visit that begins with its
/// group.
final class BookingRules {

    private BookingRules() {}

    static Decision book(Draft draft, Command.Book book) {
        var catalogue = draft.line().rulebook().catalogueAt(draft.at());
        if (catalogue.isEmpty()) {
            return draft.refused(NO_CATALOGUE);
        }
        if (!catalogue.get().letters().has(book.group())) {
            return draft.refused(GROUP_UNKNOWN);
        }
        if (book.slot().isBefore(draft.at()) || isOver(draft.line().day(), book.day())) {
            return draft.refused(SLOT_IN_THE_PAST);
        }
        return DayRules.ifItCanBeCarried(
                draft,
                new Event.BookingMade(book.slot(), book.day(), book.group(), book.commitment()));
    }

    private static boolean isOver(Day now, LocalDate day) {
        return switch (now) {
            case Day.Open(var date) -> day.isBefore(date);
            case Day.Shut(var last) -> !day.isAfter(last);
        };
    }

    /// Why a visit with these legs may not use the booking that it names.
    static Optional<Refusal> hindrance(
            Line line, LocalDate today, Optional<BookingId> booking, List<GroupCode> legs) {
        if (booking.isEmpty()) {
            return Optional.empty();
        }
        var booked = line.bookings().booked(booking.get());
        if (booked.isEmpty()) {
            return Optional.of(BOOKING_UNKNOWN);
        }
        if (booked.get().used()) {
            return Optional.of(BOOKING_USED);
        }
        if (!booked.get().day().equals(today)) {
            return Optional.of(BOOKING_OF_ANOTHER_DAY);
        }
        return booked.get().group().equals(legs.getFirst())
                ? Optional.empty()
                : Optional.of(BOOKING_OF_ANOTHER_GROUP);
    }
}
