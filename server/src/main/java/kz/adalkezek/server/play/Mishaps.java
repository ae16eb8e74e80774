package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What befalls the branch's own computer on a day: its clock is moved and set right again, and it
/// is started anew in the middle of the work.
final class Mishaps implements Player {

    private static final int DAY_SECONDS = 9 * 3_600;
    private static final double MOVED = 0.2;
    private static final double STARTED = 0.5;

    private record Mishap(Instant at, Optional<Duration> clock) {}

    private final LawWorld world;
    private final Deque<Mishap> mishaps = new ArrayDeque<>();

    Mishaps(LawWorld world, Instant doors, Draw draw) {
        this.world = world;
        drawn(doors, draw).stream().sorted(Comparator.comparing(Mishap::at)).forEach(mishaps::add);
    }

    private static List<Mishap> drawn(Instant doors, Draw draw) {
        var at = doors.plus(draw.seconds(0, DAY_SECONDS));
        var by = draw.seconds(6, 240);
        var off = draw.chance(0.5) ? by : by.negated();
        var right = at.plus(draw.seconds(300, 3_600));
        boolean moved = draw.chance(MOVED);
        var start = doors.plus(draw.seconds(0, DAY_SECONDS));
        return Stream.of(
                        Optional.of(new Mishap(at, Optional.of(off))).filter(_ -> moved),
                        Optional.of(new Mishap(right, Optional.of(off.negated())))
                                .filter(_ -> moved),
                        Optional.of(new Mishap(start, Optional.empty()))
                                .filter(_ -> draw.chance(STARTED)))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Instant> first() {
        return Optional.ofNullable(mishaps.peekFirst()).map(Mishap::at);
    }

    @Override
    public Optional<Instant> plays(Instant now) {
        mishaps.removeFirst()
                .clock()
                .ifPresentOrElse(by -> world.clockMoves(by, now), () -> world.startsAnew(now));
        return first();
    }
}
