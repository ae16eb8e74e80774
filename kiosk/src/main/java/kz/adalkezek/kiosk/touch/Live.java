package kz.adalkezek.kiosk.touch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The whole state as server-sent events: at connect and at each change. A page that reads slowly
/// gets the newest state and misses those between; it delays nobody but itself.
final class Live implements AutoCloseable {

    /// One page of the kiosk, and room for people who look on.
    static final int SCREENS_MAX = 16;

    private static final long HEARTBEAT_MS = 10_000;
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final Supplier<String> state;
    private final Runnable onConnect;
    private final AtomicInteger screens = new AtomicInteger();
    private final Thread thread = Thread.ofVirtual().name("live").unstarted(this::follow);

    /// Guarded by this, as all below.
    private boolean open = true;

    private boolean nudged = true;
    private String newest = "";
    private long version;

    /// @param state one line of JSON, made on this room's thread
    /// @param onConnect told when a page begins to listen; must not block
    Live(Supplier<String> state, Runnable onConnect) {
        this.state = state;
        this.onConnect = onConnect;
    }

    void start() {
        thread.start();
    }

    void register(RoutesConfig routes) {
        routes.get("/live", this::listen);
    }

    /// Something may have changed. Returns at once, whatever locks the caller holds.
    synchronized void nudge() {
        nudged = true;
        notifyAll();
    }

    /// Ends every stream.
    @Override
    public synchronized void close() {
        open = false;
        notifyAll();
    }

    private void follow() {
        try {
            while (awaitNudge()) {
                show(state.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitNudge() throws InterruptedException {
        while (open && !nudged) {
            wait();
        }
        nudged = false;
        return open;
    }

    private synchronized void show(String now) {
        if (!now.equals(newest)) {
            newest = now;
            version++;
            notifyAll();
        }
    }

    private void listen(Context ctx) {
        if (screens.incrementAndGet() > SCREENS_MAX) {
            screens.decrementAndGet();
            throw new TouchProblemException(TouchProblem.TOO_MANY_SCREENS);
        }
        try {
            onConnect.run();
            stream(ctx);
        } catch (IOException e) {
            // The page went away, which is how each stream ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            screens.decrementAndGet();
        }
    }

    private void stream(Context ctx) throws IOException, InterruptedException {
        ctx.contentType("text/event-stream").header("Cache-Control", "no-store");
        var out = ctx.res().getOutputStream();
        long seen = 0;
        while (true) {
            String next;
            synchronized (this) {
                awaitNews(seen);
                if (!open) {
                    return;
                }
                next = version == seen ? HEARTBEAT : "event: state\ndata: " + newest + "\n\n";
                seen = version;
            }
            out.write(next.getBytes(UTF_8));
            out.flush();
        }
    }

    /// Returns when there is something newer, or when it is time for a heartbeat.
    private synchronized void awaitNews(long seen) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MS);
        while (open && version == seen) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
