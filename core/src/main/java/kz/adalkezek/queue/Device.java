package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;

/// What the law knows of a device.
///
/// @param dn of its newest event, 0 before the first
/// @param acknowledged the last server time that this kiosk is known to have heard
/// @param here whether it was heard within the last minute; a board that was never heard is away
/// @param pending how many tickets it has given alone and not handed over yet, as it said
/// @param issued its tickets of the last minute, by when it issued them
public record Device(
        Event.DeviceKind kind,
        Code hall,
        long dn,
        Instant acknowledged,
        boolean here,
        int pending,
        Sorted<Rank, VisitId> issued) {

    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    static Device enrolled(Event.DeviceKind kind, Code hall) {
        return new Device(kind, hall, 0, Instant.EPOCH, false, 0, Sorted.empty());
    }

    Device acted(long dn) {
        return new Device(kind, hall, dn, acknowledged, here, pending, issued);
    }

    /// Tickets may be handed over in another order than they were issued: the newest counts.
    Device heard(Instant at) {
        var newest = at.isAfter(acknowledged) ? at : acknowledged;
        return new Device(kind, hall, dn, newest, here, pending, issued);
    }

    Device stated(boolean here) {
        return new Device(kind, hall, dn, acknowledged, here, pending, issued);
    }

    Device owing(int pending) {
        return new Device(kind, hall, dn, acknowledged, here, pending, issued);
    }

    /// What of it crosses to the next business day.
    Device carried() {
        return new Device(kind, hall, dn, acknowledged, here, pending, Sorted.empty());
    }

    /// Keeps the tickets of the last minute; older ones count for no limit any more.
    Device issued(VisitId visit, Instant at) {
        var lastMinute = issued.put(Rank.of(at, visit), visit);
        var oldest = lastMinute.first();
        while (oldest.isPresent() && oldest.get().key().ms() <= aMinuteBefore(at)) {
            lastMinute = lastMinute.without(oldest.get().key());
            oldest = lastMinute.first();
        }
        return new Device(kind, hall, dn, acknowledged, here, pending, lastMinute);
    }

    /// How many tickets it issued in the minute before.
    int issuedInTheMinuteBefore(Instant now) {
        var limit = new Rank(aMinuteBefore(now), Long.MAX_VALUE);
        return issued.size() - issued.countUpTo(limit);
    }

    private static long aMinuteBefore(Instant at) {
        return at.minus(RATE_WINDOW).toEpochMilli();
    }
}
