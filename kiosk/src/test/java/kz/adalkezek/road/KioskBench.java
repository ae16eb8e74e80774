package kz.adalkezek.road;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.TestBranch;
import kz.adalkezek.kiosk.print.SampleTickets;
import kz.adalkezek.server.bench.Bench.Measurement;
import kz.adalkezek.server.bench.Figures;
import kz.adalkezek.server.bench.Resources;

/// What the kiosk's process takes of its computer, with a simulated printer inside. A touch within
/// five seconds of the last one is none, so the tickets take minutes.
final class KioskBench implements Measurement {

    private static final int TICKETS = 50;
    private static final String LOG = "log.txt";
    private static final Duration IDLE_SEEN = Duration.ofSeconds(30);
    private static final Pattern READY = Pattern.compile("kiosk \\S+ at (http://localhost:\\d+)");

    private final Path script;

    KioskBench(Path script) {
        this.script = script;
    }

    /// @param load of one processor, 0 to 1
    private record Found(double mb, double load) {
        static Found idle(long pid) throws IOException, InterruptedException {
            var resources = new Resources(pid);
            resources.awaitIdle();
            double load = resources.load(IDLE_SEEN);
            return new Found(resources.residentMb(), load);
        }
    }

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        var nothing = IdleJava.start();
        var limit = Found.idle(nothing.pid());
        nothing.destroy();
        try (var branch = new TestBranch()) {
            branch.receipts(SampleTickets.receiptUrl());
            var kiosk =
                    new ProcessBuilder(script.toString(), "kiosk", "--config", "kiosk.toml")
                            .directory(room.toFile())
                            .redirectError(room.resolve(LOG).toFile());
            configure(room, branch.url());
            var process = kiosk.start();
            try (var citizen = new Touch(address(process, room))) {
                var before = Found.idle(process.pid());
                for (int i = 1; i <= TICKETS; i++) {
                    take(citizen, branch, i);
                }
                var after = Found.idle(process.pid());
                print(limit, before, after);
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static void print(Found limit, Found before, Found after) {
        Figures.print("%-40s %12s %20s", "", "resident MB", "processor when idle");
        print("kiosk, fresh", before, "   (aim: under 1 %)");
        print("kiosk, after " + TICKETS + " tickets", after, "   (aim: under 1 %)");
        print("limit: Java that does nothing", limit, "");
    }

    private static void print(String what, Found found, String aim) {
        Figures.print("%-40s %12.0f %18.2f %%%s", what, found.mb(), 100 * found.load(), aim);
    }

    private static void take(Touch citizen, TestBranch branch, int count)
            throws IOException, InterruptedException {
        var request = UUID.randomUUID().toString();
        citizen.take(request);
        Await.until("a hand-over", branch::handOvers, () -> branch.handOvers().size() >= count);
        citizen.done(request);
    }

    private static URI address(Process kiosk, Path room) throws IOException {
        var said = kiosk.inputReader();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            var ready = READY.matcher(line);
            if (ready.matches()) {
                return URI.create(ready.group(1));
            }
        }
        throw new IllegalStateException(
                "the kiosk did not start: " + Files.readString(room.resolve(LOG)));
    }

    private static void configure(Path room, URI branch) throws IOException {
        Files.writeString(room.resolve("kiosk.token"), "secret\n");
        Files.writeString(
                room.resolve("kiosk.toml"),
                """
                [kiosk]
                id = "k1"
                language = "kk"
                data = "state"
                [branch]
                url = "%s"
                tokenFile = "kiosk.token"
                [page]
                host = "127.0.0.1"
                port = 0
                [printer]
                device = "sim"
                baud = 115200
                handshake = false
                paper = 80
                """
                        .formatted(branch));
    }
}
