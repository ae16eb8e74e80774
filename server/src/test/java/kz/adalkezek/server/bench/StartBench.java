package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.server.outside.ChildServer;
import kz.adalkezek.server.outside.Launch;

/// A start in the middle of a busy day with a year behind it, and what memory it takes. The year is
/// scaled: a branch of 400 visits a day writes about 2,500 events a day, 600,000 in 250 days.
final class StartBench implements Bench.Measurement {

    private static final int YEAR_EVENTS = 1_000_000;
    private static final int DAY_EVENTS = 30_000;
    private static final int RUNS = 5;
    private static final int KIOSKS = 8;
    private static final Duration LOAD = Duration.ofSeconds(10);
    private static final double NANOS_A_SECOND = 1e9;

    private record Run(double machineSeconds, double seconds, double idleMb, double loadedMb) {}

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        var data = room.resolve("data");
        PastDays.make(data, YEAR_EVENTS, DAY_EVENTS);
        // The first start makes the views of a log that they have not seen yet.
        try (var server = Launch.PLAIN.with("--unlimited").start(data)) {
            new Resources(server.pid()).awaitIdle();
            server.stop();
        }
        var runs = new ArrayList<Run>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(start(data, i == RUNS - 1));
        }
        print(runs);
    }

    private static Run start(Path data, boolean withLoad) throws IOException, InterruptedException {
        double machine = machineAlone();
        long begin = System.nanoTime();
        try (var server = Launch.PLAIN.with("--unlimited").start(data)) {
            double seconds = (System.nanoTime() - begin) / NANOS_A_SECOND;
            var resources = new Resources(server.pid());
            resources.awaitIdle();
            double idle = resources.residentMb();
            if (withLoad) {
                load(server.client().access().kiosk(), server);
            }
            double loaded = resources.residentMb();
            server.stop();
            return new Run(machine, seconds, idle, loaded);
        }
    }

    private static void load(String token, ChildServer server) throws IOException {
        try (var kiosks = new Kiosks(server.url(), token, KIOSKS)) {
            kiosks.takeFor(LOAD);
            kiosks.hand();
        }
    }

    /// A machine of Java that does nothing: no server can start sooner.
    private static double machineAlone() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long begin = System.nanoTime();
        new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-cp",
                        Launch.PLAIN.classPath(),
                        "kz.adalkezek.audit.Verify")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (System.nanoTime() - begin) / NANOS_A_SECOND;
    }

    private static void print(List<Run> runs) {
        Figures.print(
                "behind %d events, of which %d are today's (a year, scaled)",
                YEAR_EVENTS + DAY_EVENTS, DAY_EVENTS);
        Figures.print(
                "start to ready  %6.2f s   (aim 3 s; a Java machine that does nothing: %.2f s)",
                Figures.median(runs, Run::seconds), Figures.median(runs, Run::machineSeconds));
        Figures.print("resident, idle  %6.0f MB  (aim 150 MB)", Figures.median(runs, Run::idleMb));
        Figures.print(
                "after load      %6.0f MB  (aim 300 MB; %d kiosks for %d s)",
                runs.getLast().loadedMb(), KIOSKS, LOAD.toSeconds());
    }
}
