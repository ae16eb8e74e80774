package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.log.DeviceKey;

/// What the law knows of a device.
///
/// @param dn of its newest event, 0 before the first
/// @param acknowledged the last server time that this kiosk is known to have heard
/// @param here whether it was heard within the last minute; a board that was never heard is away
/// @param pending how many tickets it has given alone and not handed over yet, as it said
/// @param chain its own journal, if it has a key
/// @param issued its tickets of the last minute, by when it issued them
/// @param parts what it has told of each of its parts on this day
public record Device(
        Event.DeviceKind kind,
        Code hall,
        long dn,
        Instant acknowledged,
        boolean here,
        int pending,
        Optional<Chain> chain,
        Sorted<Rank, VisitId> issued,
        Sorted<Part, Event.PartStated> parts) {

    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    static Device enrolled(Event.DeviceKind kind, Code hall, Optional<DeviceKey> key) {
        return new Device(
                kind,
                hall,
                0,
                Instant.EPOCH,
                false,
                0,
                key.map(Chain::of),
                Sorted.empty(),
                Sorted.empty());
    }

    Device acted(long dn) {
        return with(dn, acknowledged, here, pending, chain);
    }

    /// Tickets may be handed over in another order than they were issued: the newest counts.
    Device heard(Instant at) {
        return with(dn, at.isAfter(acknowledged) ? at : acknowledged, here, pending, chain);
    }

    Device stated(boolean here) {
        return with(dn, acknowledged, here, pending, chain);
    }

    Device stated(Event.PartStated stated) {
        return new Device(
                kind,
                hall,
                dn,
                acknowledged,
                here,
                pending,
                chain,
                issued,
                parts.put(stated.part(), stated));
    }

    Device owing(int pending) {
        return with(dn, acknowledged, here, pending, chain);
    }

    Device chained(Chain longer) {
        return with(dn, acknowledged, here, pending, Optional.of(longer));
    }

    /// What of it crosses to the next business day.
    Device carried() {
        return new Device(
                kind, hall, dn, acknowledged, here, pending, chain, Sorted.empty(), Sorted.empty());
    }

    /// Keeps the tickets of the last minute; older ones count for no limit any more.
    Device issued(VisitId visit, Instant at) {
        var lastMinute = issued.put(Rank.of(at, visit), visit);
        var oldest = lastMinute.first();
        while (oldest.isPresent() && oldest.get().key().ms() <= aMinuteBefore(at)) {
            lastMinute = lastMinute.without(oldest.get().key());
            oldest = lastMinute.first();
        }
        return new Device(kind, hall, dn, acknowledged, here, pending, chain, lastMinute, parts);
    }

    /// How many tickets it issued in the minute before.
    int issuedInTheMinuteBefore(Instant now) {
        var limit = new Rank(aMinuteBefore(now), Long.MAX_VALUE);
        return issued.size() - issued.countUpTo(limit);
    }

    private Device with(
            long dn, Instant acknowledged, boolean here, int pending, Optional<Chain> chain) {
        return new Device(kind, hall, dn, acknowledged, here, pending, chain, issued, parts);
    }

    private static long aMinuteBefore(Instant at) {
        return at.minus(RATE_WINDOW).toEpochMilli();
    }
}
