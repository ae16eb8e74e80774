package kz.adalkezek.server.play;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// What a person reads of the played days. The same days make the same bytes.
final class Report {

    private static final int BREACHES_MAX = 20;
    private static final int SECONDS = 60;
    private static final double PERCENT = 100;
    private static final String ROW = "%-15s %7s %7s %7s %7s %7s %8s %9s %9s %9s %7s %6s %6s%n";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void begin(long seed, int days, int limit) {
        print("Seed %d, %d day(s) of the demo branch by the real law.%n", seed, days);
        print("Times are minutes:seconds; nobody may be overtaken more than %d times.%n%n", limit);
        print(
                ROW,
                "day",
                "tickets",
                "served",
                "P50",
                "P90",
                "worst",
                "service",
                "overtakes",
                "most/one",
                "overrides",
                "no-show",
                "left",
                "void");
    }

    void day(LocalDate day, Figures figures) {
        var name = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        row(day + " " + name, figures);
    }

    void all(Figures figures) {
        row("all", figures);
    }

    private void row(String name, Figures day) {
        var waits = day.waits();
        print(
                ROW,
                name,
                day.tickets(),
                day.served(),
                time(at(waits, 0.5)),
                time(at(waits, 0.9)),
                time(at(waits, 1)),
                time(day.serviceMs()),
                day.overtakes(),
                day.mostOvertaken(),
                day.overrides(),
                day.missed(),
                day.left(),
                day.voided());
    }

    void calibration(Calibration promises) {
        print(
                "%nPromised waits, compared with %d real ones:%n"
                        + "  inside P10 to P90    %5.1f %%   (80 %%)%n"
                        + "  not above P50        %5.1f %%   (50 %%)%n"
                        + "  not above P90        %5.1f %%   (90 %%)%n"
                        + "  mean error of P50    %7s%n"
                        + "  mean error, naive    %7s   (people ahead x average / desks)%n",
                promises.compared(),
                promises.inside() * PERCENT,
                promises.withinP50() * PERCENT,
                promises.withinP90() * PERCENT,
                time((long) promises.errorMs()),
                time((long) promises.naiveErrorMs()));
    }

    void held(long entries, long decisions) {
        print(
                "%nWhat must always hold held: %d entries replayed from their bytes by the outside"
                        + " verifier,%nand read a second time without the law (%d decisions).%n",
                entries, decisions);
    }

    void broken(long seed, LocalDate day, List<Breach> breaches) {
        print("%nBROKEN: what must always hold does not.%n");
        breaches.stream()
                .limit(BREACHES_MAX)
                .forEach(breach ->
                        print(
                                "  seed %d, day %s, entry %d (%s): %s%n",
                                seed, day, breach.index(), breach.type(), breach.why()));
        if (breaches.size() > BREACHES_MAX) {
            print("  and %d more%n", breaches.size() - BREACHES_MAX);
        }
    }

    /// The nearest rank.
    private static long at(int[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static String time(long ms) {
        var time = Duration.ofMillis(ms);
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSeconds() % SECONDS);
    }

    private void print(String form, Object... values) {
        // One end of line everywhere: the same seed is the same output.
        out.print(String.format(Locale.ROOT, form.replace("%n", "\n"), values));
    }
}
