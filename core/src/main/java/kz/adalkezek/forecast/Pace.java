package kz.adalkezek.forecast;

import java.util.random.RandomGenerator;

/// How long something takes: log-normal, as times of service are (L. Brown et al., "Statistical
/// analysis of a telephone call center", JASA 100, 2005).
///
/// @param medianMs half of the times are shorter, milliseconds
/// @param spread standard deviation of the logarithm; 0 where it always takes the same
record Pace(double medianMs, double spread) {

    /// Of somebody who has taken so long already that the pace says little any more.
    private static final double REST = 0.3;

    private static final int TRIES = 24;

    double drawn(RandomGenerator random) {
        return spread == 0 ? medianMs : medianMs * Math.exp(spread * random.nextGaussian());
    }

    /// What is left of one that has lasted this long.
    double left(double elapsedMs, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            double whole = drawn(random);
            if (whole > elapsedMs) {
                return whole - elapsedMs;
            }
            if (spread == 0) {
                return 0;
            }
        }
        return REST * drawn(random);
    }
}
