package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody who waits means to do, and when; each is done once.
final class Plans {

    private Optional<Instant> leaves;
    private Optional<Instant> asksMoreTime;
    private Optional<Instant> pleads;

    /// From the moment on in which the ticket is in the hand.
    Plans(Errand errand, Instant now) {
        leaves = errand.patience().map(now::plus);
        asksMoreTime = errand.asksMoreTime().map(now::plus);
        pleads = errand.pleads().map(now::plus);
    }

    /// When the next one is due.
    Optional<Instant> next() {
        return Stream.of(leaves, asksMoreTime, pleads)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    boolean leaves(Instant now) {
        boolean due = isDue(leaves, now);
        leaves = due ? Optional.empty() : leaves;
        return due;
    }

    boolean asksMoreTime(Instant now) {
        boolean due = isDue(asksMoreTime, now);
        asksMoreTime = due ? Optional.empty() : asksMoreTime;
        return due;
    }

    boolean pleads(Instant now) {
        boolean due = isDue(pleads, now);
        pleads = due ? Optional.empty() : pleads;
        return due;
    }

    private static boolean isDue(Optional<Instant> at, Instant now) {
        return at.filter(due -> !due.isAfter(now)).isPresent();
    }
}
