package kz.adalkezek.clocks;

import java.util.Arrays;
import java.util.Collection;

/// How long people waited, in milliseconds: never a mean alone.
///
/// @param people whose waits these are; with nobody all others are 0
/// @param p50 the nearest rank: the smallest wait that at least half of them did not exceed
/// @param p90 the same for nine in ten
public record Waits(int people, long mean, long p50, long p90, long worst) {

    private static final long HALF = 50;
    private static final long NINE_IN_TEN = 90;
    private static final long ALL = 100;

    /// Of the visits that were served at least once; who left before has no wait to compare.
    public static Waits of(Collection<VisitClocks> visits) {
        var ms =
                visits.stream()
                        .filter(VisitClocks::served)
                        .mapToLong(VisitClocks::waitingMs)
                        .sorted()
                        .toArray();
        return ms.length == 0
                ? new Waits(0, 0, 0, 0, 0)
                : new Waits(
                        ms.length,
                        Arrays.stream(ms).sum() / ms.length,
                        at(ms, HALF),
                        at(ms, NINE_IN_TEN),
                        ms[ms.length - 1]);
    }

    private static long at(long[] sorted, long percent) {
        return sorted[Math.toIntExact(Math.ceilDiv(percent * sorted.length, ALL)) - 1];
    }
}
