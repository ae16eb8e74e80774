package kz.adalkezek.forecast;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The newest times of one kind, as a [Pace]. While there are few of them it is pulled towards what
/// was assumed.
final class Recent {

    static final int KEPT = 60;

    /// So many measured times weigh as much as the assumption.
    private static final int PULL = 6;

    /// How much times of service differ where nothing is known: measured in such offices, assumed
    /// here.
    private static final double ASSUMED_SPREAD = 0.7;

    private static final double LEAST_MS = 1_000;

    private final double[] logs = new double[KEPT];
    private int seen;

    // Asked far more often than it changes.
    private @Nullable Pace known;
    private double knownFor;

    void add(Duration time) {
        logs[seen % KEPT] = Math.log(Math.max(LEAST_MS, (double) time.toMillis()));
        seen++;
        known = null;
    }

    int count() {
        return Math.min(seen, KEPT);
    }

    /// @param assumed mean of the times, as a catalogue states it
    Pace pace(Duration assumed) {
        return pace(median(assumed, ASSUMED_SPREAD), ASSUMED_SPREAD);
    }

    /// @param medianMs assumed
    /// @param spread assumed
    Pace pace(double medianMs, double spread) {
        if (known == null || knownFor != medianMs) {
            known = measured(medianMs, spread);
            knownFor = medianMs;
        }
        return known;
    }

    private Pace measured(double medianMs, double spread) {
        int n = count();
        if (n == 0) {
            return new Pace(medianMs, spread);
        }
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += logs[i] / n;
        }
        double square = 0;
        for (int i = 0; i < n; i++) {
            square += (logs[i] - mean) * (logs[i] - mean);
        }
        double weight = (double) n / (n + PULL);
        double assumedLog = Math.log(Math.max(LEAST_MS, medianMs));
        double variance = (square + PULL * spread * spread) / (n + PULL);
        return new Pace(Math.exp(weight * mean + (1 - weight) * assumedLog), Math.sqrt(variance));
    }

    /// Of a log-normal time with this mean.
    private static double median(Duration mean, double spread) {
        return mean.toMillis() * Math.exp(-spread * spread / 2);
    }
}
