package kz.adalkezek.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A screen on the feed, on a plain socket. It notes when each event has come.
final class Listener implements AutoCloseable {

    private static final String INDEX = "id: ";

    private final Socket socket;

    /// Where all screens note what they have seen.
    static final class Seen {

        private final int screens;
        private final Map<Long, AtomicInteger> counts = new ConcurrentHashMap<>();
        private final Map<Long, CompletableFuture<Long>> complete = new ConcurrentHashMap<>();

        Seen(int screens) {
            this.screens = screens;
        }

        /// When the last of all screens had the event, on the clock of `System.nanoTime`.
        CompletableFuture<Long> byAll(long index) {
            return complete.computeIfAbsent(index, _ -> new CompletableFuture<>());
        }

        private void add(long index) {
            var count = counts.computeIfAbsent(index, _ -> new AtomicInteger());
            if (count.incrementAndGet() == screens) {
                byAll(index).complete(System.nanoTime());
            }
        }
    }

    /// Returns when the server has begun to send.
    Listener(URI server, Seen seen) throws IOException, InterruptedException {
        socket = new Socket(server.getHost(), server.getPort());
        var ask = "GET /api/v1/feed HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(ask.getBytes(US_ASCII));
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        var begun = new CountDownLatch(1);
        Thread.startVirtualThread(() -> read(in, seen, begun));
        begun.await();
    }

    /// The blank line behind an event ends it; the first one ends the head of the answer.
    private static void read(BufferedReader in, Seen seen, CountDownLatch begun) {
        long index = -1;
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(INDEX)) {
                    index = Long.parseLong(line.substring(INDEX.length()));
                } else if (line.isEmpty()) {
                    begun.countDown();
                    if (index >= 0) {
                        seen.add(index);
                    }
                    index = -1;
                }
            }
        } catch (IOException _) {
            // The bench has closed the socket.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
