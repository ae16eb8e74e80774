package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The durable append limit of the disk.
final class DiskBench implements Bench.Measurement {

    private static final int RUNS = 5;
    private static final Duration EACH = Duration.ofMillis(800);

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        DiskLimit.measure(room, EACH);
        var runs = new ArrayList<DiskLimit>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(DiskLimit.measure(room, EACH));
        }
        Figures.print(
                "%-34s %10s %8s %8s", "300 bytes and a force", "entries/s", "p50 ms", "p99 ms");
        print("one thread", runs, DiskLimit::alone);
        print("8 producers, one force serves all", runs, DiskLimit::together);
    }

    private static void print(
            String name, List<DiskLimit> runs, Function<DiskLimit, Figures> which) {
        var figures = runs.stream().map(which).toList();
        Figures.print(
                "%-34s %10.0f %8.2f %8.2f",
                name,
                Figures.median(figures, Figures::perSecond),
                Figures.median(figures, f -> f.ms(0.5)),
                Figures.median(figures, f -> f.ms(0.99)));
    }
}
