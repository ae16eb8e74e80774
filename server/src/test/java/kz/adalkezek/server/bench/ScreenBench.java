package kz.adalkezek.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.server.outside.Launch;

/// From the desk's answer to the last of two hundred screens.
final class ScreenBench implements Bench.Measurement {

    private static final int SCREENS = 200;
    private static final int WARM = 100;
    private static final int CALLS = 500;
    private static final int KIOSKS = 4;
    private static final int BACKLOG = 256;
    private static final int EVENT_BYTES = 250;

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        var limit = limit();
        var calls = calls(room);
        Figures.print(
                "%-46s %8s %8s", SCREENS + " screens, " + CALLS + " calls", "p50 ms", "p99 ms");
        Figures.print(
                "%-46s %8.2f %8.2f   (aim: p99 < 1000)",
                "desk's answer to last screen", calls.ms(0.5), calls.ms(0.99));
        Figures.print(
                "%-46s %8.2f %8.2f",
                "limit: one thread writes to so many sockets", limit.ms(0.5), limit.ms(0.99));
    }

    private static Figures calls(Path room) throws IOException, InterruptedException {
        var nanos = new Longs();
        try (var server = Launch.PLAIN.with("--unlimited").start(room.resolve("data"));
                var kiosks = new Kiosks(server.url(), server.client().access().kiosk(), KIOSKS);
                var desks = new Desks(server, 1)) {
            // A desk does not serve every group.
            for (int i = 0; i < 4; i++) {
                kiosks.take(WARM + CALLS);
                kiosks.hand();
            }
            var seen = new Listener.Seen(SCREENS);
            var screens = listeners(server.url(), seen);
            for (int i = 0; i < WARM + CALLS; i++) {
                var called = desks.first().callsNext();
                long answered = System.nanoTime();
                long last = seen.byAll(called.required("index").asLong()).join();
                if (i >= WARM) {
                    nanos.add(Math.max(0, last - answered));
                }
                desks.first().starts();
            }
            close(screens);
        }
        return Figures.of(nanos.toArray(), 1);
    }

    /// The same screens behind a server that does nothing else.
    private static Figures limit() throws IOException, InterruptedException {
        var nanos = new Longs();
        var seen = new Listener.Seen(SCREENS);
        try (var server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            var url = URI.create("http://localhost:" + server.getLocalPort());
            var outs = new ArrayList<OutputStream>();
            var accepting =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    for (int i = 0; i < SCREENS; i++) {
                                        var out = server.accept().getOutputStream();
                                        out.write("HTTP/1.1 200 OK\n\n".getBytes(US_ASCII));
                                        outs.add(out);
                                    }
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            var screens = listeners(url, seen);
            accepting.join();
            for (int i = 0; i < WARM + CALLS; i++) {
                var event = "id: " + i + "\ndata: " + "x".repeat(EVENT_BYTES) + "\n\n";
                var bytes = event.getBytes(US_ASCII);
                long start = System.nanoTime();
                for (var out : outs) {
                    out.write(bytes);
                }
                long last = seen.byAll(i).join();
                if (i >= WARM) {
                    nanos.add(last - start);
                }
            }
            close(screens);
        }
        return Figures.of(nanos.toArray(), 1);
    }

    private static List<Listener> listeners(URI url, Listener.Seen seen)
            throws IOException, InterruptedException {
        var screens = new ArrayList<Listener>();
        for (int i = 0; i < SCREENS; i++) {
            screens.add(new Listener(url, seen));
        }
        return screens;
    }

    private static void close(List<Listener> screens) throws IOException {
        for (var screen : screens) {
            screen.close();
        }
    }
}
