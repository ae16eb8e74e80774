package kz.adalkezek.forecast;

import java.time.Duration;

/// How often what was told came true.
///
/// @param waits that were compared
/// @param withinP50 not longer than P50; half of them should be
/// @param withinP90 not longer than P90; nine of ten should be
/// @param inside from P10 to P90; eight of ten should be
public record Kept(long waits, long withinP50, long withinP90, long inside) {

    static final Kept NONE = new Kept(0, 0, 0, 0);

    Kept with(Range told, Duration wait) {
        return new Kept(
                waits + 1,
                withinP50 + (wait.compareTo(told.p50()) <= 0 ? 1 : 0),
                withinP90 + (wait.compareTo(told.p90()) <= 0 ? 1 : 0),
                inside + (told.holds(wait) ? 1 : 0));
    }
}
