package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.server.outside.ChildServer;
import kz.adalkezek.server.outside.Launch;

/// Issue over HTTP, durable and signed before it is answered. Every run has its own measurement of
/// the disk just before it. A server lives for less than the minute after which numbers that nobody
/// reports as handed over are voided, which would be load of its own.
final class IssueBench implements Bench.Measurement {

    private static final int RUNS = 5;
    private static final Duration WARM = Duration.ofSeconds(6);
    private static final Duration EACH = Duration.ofSeconds(2);
    private static final Duration LIMIT_EACH = Duration.ofMillis(500);

    private record Run(DiskLimit limit, Figures issue, double forces) {
        double ofLimit() {
            return issue.perSecond() / limit.together().perSecond();
        }
    }

    private record Aim(int kiosks, String ofLimit, String p50, String forces) {}

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        Figures.print(
                "requests over plain sockets that are kept; limit: group commit of 8 producers");
        Figures.print(
                "%-7s %10s %10s %8s %-15s %6s %-8s %6s %6s %13s %s",
                "kiosks",
                "limit/s",
                "issued/s",
                "of limit",
                "(aim)",
                "p50 ms",
                "(aim)",
                "p95",
                "p99",
                "forces/ticket",
                "(aim)");
        for (var aim :
                List.of(
                        new Aim(1, "", "", ""),
                        new Aim(8, "0.20, then 0.33", "< 1.6", "< 1"),
                        new Aim(64, "0.45, then 0.70", "", "< 1"))) {
            print(aim, runs(room.resolve("data-" + aim.kiosks()), room, aim.kiosks()));
        }
    }

    private static List<Run> runs(Path data, Path room, int count)
            throws IOException, InterruptedException {
        var runs = new ArrayList<Run>();
        try (var server = Launch.PLAIN.with("--unlimited").start(data);
                var kiosks = new Kiosks(server.url(), server.client().access().kiosk(), count)) {
            kiosks.takeFor(WARM);
            for (int i = 0; i < RUNS; i++) {
                var limit = DiskLimit.measure(room, LIMIT_EACH);
                double before = forces(server);
                var issue = kiosks.takeFor(EACH);
                double forces = forces(server) - before;
                runs.add(new Run(limit, issue, forces / issue.count()));
            }
        }
        return runs;
    }

    static double forces(ChildServer server) throws IOException {
        return server.client()
                .metrics()
                .lines()
                .filter(line -> line.startsWith("kezek_journal_forces_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void print(Aim aim, List<Run> runs) {
        Figures.print(
                "%-7d %10.0f %10.0f %8.2f %-15s %6.2f %-8s %6.2f %6.2f %13.2f %s",
                aim.kiosks(),
                Figures.median(runs, run -> run.limit().together().perSecond()),
                Figures.median(runs, run -> run.issue().perSecond()),
                Figures.median(runs, Run::ofLimit),
                aim.ofLimit(),
                Figures.median(runs, run -> run.issue().ms(0.5)),
                aim.p50(),
                Figures.median(runs, run -> run.issue().ms(0.95)),
                Figures.median(runs, run -> run.issue().ms(0.99)),
                Figures.median(runs, Run::forces),
                aim.forces());
    }
}
