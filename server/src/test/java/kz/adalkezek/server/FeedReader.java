package kz.adalkezek.server;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.adalkezek.server.web.LocalServer;

/// A screen that has read the feed from the first entry on.
final class FeedReader implements AutoCloseable {

    private static final long PATIENCE_S = 600;

    private final Stream<String> lines;
    private final Thread thread;

    // Guarded by this.
    private final List<Long> indexes = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    FeedReader(LocalServer branch) throws IOException {
        try {
            var request = branch.request("/api/v1/feed?from=0").build();
            lines = branch.client().send(request, BodyHandlers.ofLines()).body();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        thread = Thread.startVirtualThread(() -> lines.forEach(this::reads));
    }

    private synchronized void reads(String line) {
        if (line.startsWith("id: ")) {
            indexes.add(Long.parseLong(line.substring("id: ".length())));
        } else if (line.startsWith("event: ")) {
            kinds.add(line.substring("event: ".length()));
        }
        notifyAll();
    }

    synchronized List<Long> indexes() {
        return List.copyOf(indexes);
    }

    synchronized List<String> kinds() {
        return List.copyOf(kinds);
    }

    /// @throws AssertionError with the kinds that it has seen, if this never comes true
    synchronized void awaits(Predicate<Collection<String>> ofKinds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!ofKinds.test(kinds)) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(
                        "seen were " + kinds.stream().sorted().distinct().toList());
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        lines.close();
        thread.interrupt();
    }
}
