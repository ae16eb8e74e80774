package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The board of the hall and the branch's own rounds.
final class Equipment implements Player {

    private static final Duration LOOKS = Duration.ofSeconds(2);
    private static final Duration SHOWS_AFTER = Duration.ofMillis(700);
    private static final double FAILS = 0.05;

    private final LawWorld world;
    private final Instant until;
    private final Optional<Instant> failsAt;
    private final Instant works;
    private boolean here;

    /// @param until desks have to be closed before it stops
    Equipment(LawWorld world, Instant doors, Instant until, Draw draw) {
        this.world = world;
        this.until = until;
        var fails = doors.plus(draw.seconds(0, 8 * 3_600));
        this.failsAt = draw.chance(FAILS) ? Optional.of(fails) : Optional.empty();
        this.works = fails.plus(draw.seconds(600, 1_800));
    }

    @Override
    public Optional<Instant> plays(Instant now) {
        boolean works = failsAt.isEmpty() || now.isBefore(failsAt.get()) || now.isAfter(this.works);
        if (works != here) {
            here = works;
            world.states(here, now);
        }
        for (var call = world.unshown(now.minus(SHOWS_AFTER));
                here && call.isPresent();
                call = world.unshown(now.minus(SHOWS_AFTER))) {
            world.shows(call.get(), now);
        }
        world.voidsOverdue(now);
        boolean over = !now.isBefore(until) && world.line().hall().desks().isEmpty();
        return over ? Optional.empty() : Optional.of(now.plus(LOOKS));
    }
}
