package kz.adalkezek.forecast;

import java.time.Duration;

/// Moves the bounds of a forecast until they hold as often as they say: after each wait that was
/// longer than a bound the bound grows a little, after each shorter one it shrinks, in the
/// proportion in which that should happen. What a forecast cannot know, such as lunch, is so
/// learned from its mistakes (a quantile tracker: A. Angelopoulos, E. Candès, R. Tibshirani,
/// "Conformal PID control for time series prediction", 2023). Used by one thread.
final class Trust {

    static final double P10 = 0.1;
    static final double P50 = 0.5;
    static final double P90 = 0.9;

    private static final double[] SHARES = {P10, P50, P90};
    private static final double STEP = 0.04;

    /// A bound is at most so many times as large, or as small, as forecast: e to this.
    private static final double MOST = 2;

    /// Added to a wait before it is stretched, so that a forecast of nothing can grow.
    private static final double BASE_MS = 60_000;

    /// Waits that are forecast short, middling and long err differently.
    private static final double SHORT_MS = 2 * 60_000;

    private static final double MIDDLING_MS = 10 * 60_000;

    private final double[][] stretch = new double[3][SHARES.length];

    /// @param p50 as it was forecast
    static int kind(Duration p50) {
        long ms = p50.toMillis();
        return ms < SHORT_MS ? 0 : ms < MIDDLING_MS ? 1 : 2;
    }

    Range told(Range forecast) {
        var by = stretch[kind(forecast.p50())];
        long p50 = stretched(forecast.p50(), by[1]);
        long p10 = Math.min(stretched(forecast.p10(), by[0]), p50);
        long p90 = Math.max(stretched(forecast.p90(), by[2]), p50);
        return new Range(Duration.ofMillis(p10), Duration.ofMillis(p50), Duration.ofMillis(p90));
    }

    private static long stretched(Duration time, double by) {
        double ms = (time.toMillis() + BASE_MS) * Math.exp(by) - BASE_MS;
        return Math.max(0, Math.round(ms));
    }

    /// @param kind of the forecast from which the range was told
    void kept(int kind, Range told, Duration wait) {
        var by = stretch[kind];
        move(by, 0, wait.compareTo(told.p10()) < 0);
        move(by, 1, wait.compareTo(told.p50()) <= 0);
        move(by, 2, wait.compareTo(told.p90()) <= 0);
    }

    private static void move(double[] by, int bound, boolean below) {
        double moved = by[bound] + STEP * (SHARES[bound] - (below ? 1 : 0));
        by[bound] = Math.clamp(moved, -MOST, MOST);
    }

    Trust copy() {
        var copy = new Trust();
        for (int kind = 0; kind < stretch.length; kind++) {
            System.arraycopy(stretch[kind], 0, copy.stretch[kind], 0, SHARES.length);
        }
        return copy;
    }
}
