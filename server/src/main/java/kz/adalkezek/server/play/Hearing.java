package kz.adalkezek.server.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.EventCodec;

/// Listens to the branch's feed as a board does, and comes back by index when it breaks. One thread
/// listens, another takes what was heard.
final class Hearing implements AutoCloseable {

    private static final String DATA = "data: ";
    private static final int OK = 200;
    private static final long BACK_MS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final String token;
    private final Queue<Entry> heard = new ConcurrentLinkedQueue<>();
    private final Object news = new Object();
    private final Thread thread;

    // Guarded by news.
    private long next;
    private volatile boolean open = true;

    /// @param next the first entry that is not known yet
    Hearing(URI branch, String token, long next) {
        this.url = branch.resolve("/api/v1/feed?from=");
        this.token = token;
        this.next = next;
        this.thread = Thread.startVirtualThread(this::listens);
    }

    /// What was heard since the last time, in order.
    List<Entry> takes() {
        var entries = new ArrayList<Entry>();
        for (var entry = heard.poll(); entry != null; entry = heard.poll()) {
            entries.add(entry);
        }
        return entries;
    }

    /// The first entry that was not heard yet.
    long next() {
        synchronized (news) {
            return next;
        }
    }

    /// Waits until an entry was heard that is certain to come.
    ///
    /// @return false if it did not come in time
    boolean awaits(long index, long withinMs) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
        synchronized (news) {
            for (long left = withinMs;
                    next <= index && left > 0;
                    left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
                news.wait(left);
            }
            return next > index;
        }
    }

    private void listens() {
        while (open) {
            try {
                reads();
            } catch (IOException _) {
                // The branch or the way to it is gone for a moment: what is missed comes by index.
            } catch (InterruptedException _) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BACK_MS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void reads() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url + Long.toString(next())))
                        .header("Authorization", "Bearer " + token)
                        .build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            for (var line = lines.readLine();
                    response.statusCode() == OK && line != null;
                    line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    hears(EventCodec.decode(line.substring(DATA.length()).getBytes(UTF_8)));
                }
            }
        }
    }

    private void hears(Entry entry) throws IOException {
        synchronized (news) {
            if (entry.index() != next) {
                throw new IOException("the feed told " + entry.index() + " instead of " + next);
            }
            heard.add(entry);
            next++;
            news.notifyAll();
        }
    }

    @Override
    public void close() {
        open = false;
        http.shutdownNow();
        thread.interrupt();
    }
}
