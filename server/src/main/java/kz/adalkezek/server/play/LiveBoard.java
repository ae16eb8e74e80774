package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kz.adalkezek.queue.Event;

/// The played board of a hall, and what can be seen and heard there: it shows each call after a
/// moment, and lets people notice what happens at the counters. A real board beside it does the
/// same; a call counts with the first that shows it.
final class LiveBoard implements Player {

    private static final Duration LOOKS = Duration.ofSeconds(2);
    private static final Duration SHOWS_AFTER = Duration.ofMillis(700);
    private static final double SPEAKS = 0.95;

    private record Call(long index, Instant at) {}

    private final LiveWorld world;
    private final Hearing hearing;
    private final Bystander bystander;
    private final BooleanSupplier isOver;
    private final Draw draw;
    private final Deque<Call> unshown = new ArrayDeque<>();

    /// @param isOver whether nobody else has anything to do, asked when all calls are shown
    LiveBoard(
            LiveWorld world,
            Hearing hearing,
            Bystander bystander,
            BooleanSupplier isOver,
            Draw draw) {
        this.world = world;
        this.hearing = hearing;
        this.bystander = bystander;
        this.isOver = isOver;
        this.draw = draw;
    }

    @Override
    public Optional<Instant> plays(Instant now) {
        for (var entry : hearing.takes()) {
            if (entry.event() instanceof Event.CallMade
                    || entry.event() instanceof Event.CallRepeated) {
                unshown.add(new Call(entry.index(), entry.at()));
            }
            bystander.sees(entry.event(), now);
        }
        while (!unshown.isEmpty() && !unshown.getFirst().at().plus(SHOWS_AFTER).isAfter(now)) {
            world.shows(unshown.removeFirst().index(), draw.chance(SPEAKS));
        }
        return unshown.isEmpty() && isOver.getAsBoolean()
                ? Optional.empty()
                : Optional.of(now.plus(LOOKS));
    }
}
