package kz.adalkezek.queue;

import java.time.Instant;

/// An event with its place in the log: what one leaf holds.
///
/// @param index dense from 0; the event's id, its leaf, its SSE id and the resume point of a screen
/// @param at the log's time, whole milliseconds; it never falls
/// @param dn the dense counter of the device that acted, from 1; 0 where no device did
/// @param request of the command that made it
/// @param more how many events of the same command follow, so that a command cut by a power failure
///   is seen to be incomplete
public record Entry(
        long index, Instant at, Actor by, long dn, RequestId request, int more, Event event) {

    public Entry {
        if ((by instanceof Actor.Device) != (dn > 0)) {
            throw new IllegalArgumentException("an event has a dn exactly when a device acted");
        }
        if (index < 0 || more < 0) {
            throw new IllegalArgumentException("neither an index nor a rest is negative");
        }
    }
}
