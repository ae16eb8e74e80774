package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.adalkezek.queue.Code;

/// The day of one clerk: when the desk opens, which breaks there are, when work ends.
///
/// @param ends from then on nobody new is waited for
/// @param latest from then on nobody is called
record Shift(Instant opens, List<Break> breaks, Instant ends, Instant latest) {

    /// @param from at or after which it is taken, once the clerk can
    record Break(Instant from, Duration length, Code reason) {}

    private static final double LATE = 0.25;
    private static final Code LUNCH = new Code("lunch");
    private static final Duration LUNCH_LENGTH = Duration.ofMinutes(45);
    private static final Duration FIRST_LUNCH = Duration.ofHours(4);
    private static final Duration WORKS = Duration.ofHours(9);
    private static final Duration OVERTIME = Duration.ofMinutes(30);
    private static final List<Code> SHORT =
            List.of(new Code("technical"), new Code("called-by-head"), new Code("other-duty"));

    Shift {
        breaks = List.copyOf(breaks);
    }

    /// @param doors when they open
    /// @param second whether the clerk eats in the second half
    static Shift drawn(Draw draw, Instant doors, boolean second) {
        var opens =
                draw.chance(LATE)
                        ? doors.plus(draw.seconds(60, 12 * 60))
                        : doors.minus(draw.seconds(0, 5 * 60));
        var breaks = new ArrayList<Break>();
        var lunch = doors.plus(FIRST_LUNCH).plus(second ? LUNCH_LENGTH : Duration.ZERO);
        breaks.add(new Break(lunch, LUNCH_LENGTH, LUNCH));
        for (int i = 0; i < 2; i++) {
            if (draw.chance(0.5)) {
                var from = doors.plus(draw.seconds(3_600, 8 * 3_600));
                breaks.add(new Break(from, draw.seconds(180, 600), draw.oneOf(SHORT)));
            }
        }
        breaks.sort(Comparator.comparing(Break::from));
        return new Shift(opens, breaks, doors.plus(WORKS), doors.plus(WORKS).plus(OVERTIME));
    }
}
