package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.server.outside.Launch;

/// `./kezek verify` on days of `./kezek simulate`: bytes, hashes and law, on all processors. A year
/// of a large branch has 4,000,000 events, which take minutes to play; so by default it is a tenth,
/// and `KEZEK_BENCH_EVENTS` says how many.
final class YearReplay {

    private static final long EVENTS = 400_000;

    /// What a day of the demo branch comes to, about.
    private static final long EVENTS_A_DAY = 2_750;

    /// Those of `./kezek verify`.
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx128m", "-XX:MaxMetaspaceSize=128m");

    private static final String VERIFY = "kz.adalkezek.audit.Verify";

    private final Path room;

    YearReplay(Path room) {
        this.room = room;
    }

    void run() throws IOException, InterruptedException {
        var data = room.resolve("year");
        var wanted = System.getenv("KEZEK_BENCH_EVENTS");
        long days = Math.ceilDiv(wanted == null ? EVENTS : Long.parseLong(wanted), EVENTS_A_DAY);
        var said = room.resolve("said");
        run(
                List.of(),
                "kz.adalkezek.server.Main",
                "simulate",
                "--days",
                Long.toString(days),
                "--data",
                data.toString());
        long size = Long.parseLong(Files.readAllLines(data.resolve("log/checkpoint")).get(1));
        var lines = Files.readAllLines(said);
        Figures.print("replay of %d days, %d events, by ./kezek verify:", days, size);
        print("from the first entry", size, verify(data.toString()));
        var day = lines.stream().filter(line -> line.startsWith("20")).toList();
        var middle = day.get(day.size() / 2).substring(0, "2026-11-23".length());
        print("from " + middle, size, verify(data.toString(), "--from-day", middle));
    }

    private Child verify(String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(VERIFY));
        all.addAll(List.of(words));
        return run(FLAGS, all.toArray(String[]::new));
    }

    private Child run(List<String> flags, String... words)
            throws IOException, InterruptedException {
        var said = room.resolve("said");
        var child = Child.run(said, flags, Launch.PLAIN.classPath(), words);
        if (child.exitCode() != 0) {
            throw new IllegalStateException(
                    List.of(words)
                            + " ended with "
                            + child.exitCode()
                            + ": "
                            + Files.readString(said));
        }
        return child;
    }

    private static void print(String from, long size, Child verify) {
        Figures.print(
                "  %-22s %8.0f events/s  (aim 300,000)  %4.0f MB at most  (aim 256)",
                from, size / verify.seconds(), verify.peakMb());
    }
}
