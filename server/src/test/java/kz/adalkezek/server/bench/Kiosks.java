package kz.adalkezek.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/// Many kiosks at one server, each with a connection of its own that it keeps. A kiosk asks for its
/// next ticket when it has the one before.
final class Kiosks implements AutoCloseable {

    private static final double NANOS_A_SECOND = 1e9;

    /// One of each group, so that every desk of the demo has work.
    private static final List<String> SERVICES =
            List.of(
                    "ID-CARD",
                    "SOC-TSA",
                    "FAST-PICK",
                    "LAND-PLOT",
                    "CERT-CRIM",
                    "EDU-SCH",
                    "EMP-JOB",
                    "CIV-MARR",
                    "HEAD-REC");

    private final List<Wire> wires = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> inHand = new ConcurrentLinkedQueue<>();

    Kiosks(URI server, String token, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            wires.add(new Wire(server, token));
        }
    }

    private interface Kiosk {
        void run(Wire wire, Longs nanos) throws IOException;
    }

    /// Takes as many tickets as it can.
    Figures takeFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return all((wire, nanos) -> {
            while (System.nanoTime() < end) {
                take(wire, nanos);
            }
        });
    }

    Figures take(int count) {
        var left = new AtomicInteger(count);
        return all((wire, nanos) -> {
            while (left.getAndDecrement() > 0) {
                take(wire, nanos);
            }
        });
    }

    /// Reports every ticket that was taken as in the citizen's hands.
    Figures hand() {
        return all((wire, nanos) -> {
            for (var take = inHand.poll(); take != null; take = inHand.poll()) {
                long start = System.nanoTime();
                var path = "/api/v1/tickets/" + take + "/handed/" + UUID.randomUUID();
                wire.put(path, "{\"how\":\"printed\"}").done();
                nanos.add(System.nanoTime() - start);
            }
        });
    }

    private void take(Wire wire, Longs nanos) throws IOException {
        var request = UUID.randomUUID();
        int which = Math.floorMod(request.hashCode(), SERVICES.size());
        var body = "{\"services\":[\"" + SERVICES.get(which) + "\"],\"language\":\"kk\"}";
        long start = System.nanoTime();
        wire.put("/api/v1/tickets/" + request, body).done();
        nanos.add(System.nanoTime() - start);
        inHand.add(request.toString());
    }

    private Figures all(Kiosk work) {
        long start = System.nanoTime();
        var times = new ArrayList<Future<Longs>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var wire : wires) {
                times.add(
                        people.submit(() -> {
                            var nanos = new Longs();
                            work.run(wire, nanos);
                            return nanos;
                        }));
            }
        }
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        var nanos = times.stream().flatMapToLong(t -> LongStream.of(measured(t).toArray()));
        return Figures.of(nanos.toArray(), seconds);
    }

    private static Longs measured(Future<Longs> times) {
        try {
            return times.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a kiosk could not work", e);
        }
    }

    @Override
    public void close() {
        for (var wire : wires) {
            try {
                wire.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
