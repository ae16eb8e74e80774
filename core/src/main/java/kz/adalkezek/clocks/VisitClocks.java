package kz.adalkezek.clocks;

import java.time.Duration;
import java.time.Instant;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;

/// The four clocks of one visit, in milliseconds.
///
/// @param group of its first leg, in which it is counted
/// @param until its end; of a visit that goes on, the instant that was asked for
/// @param served whether a service of it ever started
public record VisitClocks(
        VisitId visit,
        TicketNumber number,
        GroupCode group,
        Instant arrival,
        Instant until,
        Ending ending,
        boolean served,
        long waitingMs,
        long walkingMs,
        long serviceMs,
        long awayMs) {

    public long ms(Clock clock) {
        return switch (clock) {
            case WAITING -> waitingMs;
            case WALKING -> walkingMs;
            case SERVICE -> serviceMs;
            case AWAY -> awayMs;
        };
    }

    /// Whether they come to what has passed since the arrival, and none ran backwards.
    public boolean addUp() {
        boolean forwards = waitingMs >= 0 && walkingMs >= 0 && serviceMs >= 0 && awayMs >= 0;
        long sum = waitingMs + walkingMs + serviceMs + awayMs;
        return forwards && sum == Duration.between(arrival, until).toMillis();
    }
}
