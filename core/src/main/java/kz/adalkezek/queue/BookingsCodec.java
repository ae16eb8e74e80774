package kz.adalkezek.queue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.queue.Bookings.Booked;

/// Unused bookings as JSON: by business day, then by group, the slot of each by its index. Some
/// thousand of them have to fit into one entry.
final class BookingsCodec {

    private BookingsCodec() {}

    static Map<String, Object> write(Bookings bookings) {
        var days = new TreeMap<String, Map<String, Map<String, Object>>>();
        for (var pair : bookings.made()) {
            var booked = pair.value();
            days.computeIfAbsent(booked.day().toString(), _ -> new TreeMap<>())
                    .computeIfAbsent(booked.group().value(), _ -> new TreeMap<>())
                    .put(Long.toString(pair.key().index()), booked.slot().toEpochMilli());
        }
        return new TreeMap<>(days);
    }

    static Bookings read(Fields bookings) {
        var made = Sorted.<BookingId, Booked>empty();
        for (var day : bookings.sorted(name -> name, Fields::of)) {
            var date = day(day.key());
            for (var group : day.value().sorted(GroupCode::new, Fields::of)) {
                for (var slot : group.value().sorted(BookingsCodec::booking, BookingsCodec::slot)) {
                    var booked = new Booked(slot.value(), date, group.key(), false);
                    made = made.put(slot.key(), booked);
                }
            }
        }
        return new Bookings(made);
    }

    private static LocalDate day(String name) {
        try {
            return LocalDate.parse(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day of bookings is a date", e);
        }
    }

    private static BookingId booking(String name) {
        try {
            return new BookingId(Long.parseLong(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a booking is a log index", e);
        }
    }

    private static Instant slot(Object value) {
        if (value instanceof Long ms) {
            return Instant.ofEpochMilli(ms);
        }
        throw new IllegalArgumentException("a slot is an instant");
    }
}
