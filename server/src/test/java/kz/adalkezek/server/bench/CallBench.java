package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import kz.adalkezek.server.outside.Launch;
import kz.adalkezek.server.outside.LogFiles;

/// Calls by every desk of the demo with ten thousand people waiting.
final class CallBench implements Bench.Measurement {

    private static final int WAITING = 10_000;
    private static final int WARM = 500;
    private static final int CALLS = 4_000;
    private static final int KIOSKS = 16;
    private static final int AT_ONCE = 2_000;
    private static final Duration LIMIT_EACH = Duration.ofMillis(800);

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        var data = room.resolve("data");
        try (var server = Launch.PLAIN.with("--unlimited").start(data);
                var kiosks = new Kiosks(server.url(), server.client().access().kiosk(), KIOSKS);
                var desks = new Desks(server)) {
            for (int taken = 0; taken < WAITING + WARM; taken += AT_ONCE) {
                kiosks.take(AT_ONCE);
                kiosks.hand();
            }
            desks.call(WARM);
            var limit = DiskLimit.measure(room, LIMIT_EACH);
            var calls = desks.call(CALLS);
            Figures.print(
                    "%d desks, %d people waiting: %.0f calls/s, each followed by a start"
                            + " (disk, group commit of 8: %.0f/s)",
                    desks.count(), WAITING, calls.perSecond(), limit.together().perSecond());
            Figures.print("call-next p50 %.2f ms, p99 %.2f ms", calls.ms(0.5), calls.ms(0.99));
        }
        var counted = FirstCome.in(new LogFiles(data).entries());
        Figures.print(
                "in the log: %d calls, %d doubles (limit 0), %d skips (limit 0)",
                counted.calls(), counted.doubles(), counted.skips());
    }
}
