package kz.adalkezek.kiosk.errand;

import java.time.Duration;
import java.util.List;

/// How long everybody waits.
///
/// @param askAgain pauses between two sends of the same request; the last one repeats
/// @param late when the page says that it takes long
/// @param alone when an ask without an answer becomes a ticket that the kiosk gives alone
/// @param ask when an ask without an answer is given up, also over a restart
/// @param onScreen for the citizen to say "I have it"
/// @param shown how long a finished errand stays on the screen if the page does not end it
/// @param betweenTickets from one touch to the next that may take a ticket
public record Patience(
        List<Duration> askAgain,
        Duration late,
        Duration alone,
        Duration ask,
        Duration onScreen,
        Duration shown,
        Duration betweenTickets) {

    public static final Patience OF_A_HALL =
            new Patience(
                    List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5)),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(3),
                    Duration.ofSeconds(5));

    public Patience {
        askAgain = List.copyOf(askAgain);
    }

    /// @param attempt counts from 0
    Duration pause(int attempt) {
        return askAgain.get(Math.min(attempt, askAgain.size() - 1));
    }
}
