package kz.adalkezek.server.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How often something was done in how long, and how long each took.
public final class Figures {

    private static final double NANOS_A_MS = 1_000_000;

    private final long[] nanos;
    private final double seconds;

    private Figures(long[] sorted, double seconds) {
        this.nanos = sorted;
        this.seconds = seconds;
    }

    /// @param nanos of each, in any order
    /// @param seconds of all together
    static Figures of(long[] nanos, double seconds) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figures(sorted, seconds);
    }

    int count() {
        return nanos.length;
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /// @param share 0 to 1
    double ms(double share) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        int place = (int) Math.min(nanos.length - 1, Math.round(share * nanos.length));
        return nanos[place] / NANOS_A_MS;
    }

    public static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        var values = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    public static void print(String form, Object... values) {
        System.out.printf(Locale.ROOT, "  " + form + "%n", values);
    }
}
