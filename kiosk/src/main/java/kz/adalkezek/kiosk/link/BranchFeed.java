package kz.adalkezek.kiosk.link;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Follows the branch's log as it grows (`GET /api/v1/feed`) and comes back by itself, behind what
/// it has heard. It tells that something happened; whoever needs to know what is true asks. One
/// thread of its own.
public final class BranchFeed implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.link");
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(300);
    private static final Duration LAST_BACK_OFF = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    /// So often it looks whether the line is still there.
    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    /// The branch says something every ten seconds.
    public static final Duration SILENCE = Duration.ofSeconds(30);

    /// What a listener hears.
    public sealed interface News {

        /// From now on; what happened before was perhaps missed.
        record Connected() implements News {}

        /// @param index in the log
        /// @param type such as `call.made`
        record Entry(long index, String type) implements News {}
    }

    private final BranchLink link;
    private final Duration silence;
    private final Thread thread = Thread.ofVirtual().name("branch feed").unstarted(this::follow);
    private volatile Consumer<News> listener = _ -> {};
    private volatile OptionalLong last = OptionalLong.empty();
    private String lastFault = "";

    /// @param silence after which a connection is taken for dead
    public BranchFeed(BranchLink link, Duration silence) {
        this.link = link;
        this.silence = silence;
    }

    /// @param listener called by one thread at a time; must not block
    public void start(Consumer<News> listener) {
        this.listener = listener;
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void follow() {
        var backOff = FIRST_BACK_OFF;
        try {
            while (true) {
                boolean heard = once();
                backOff = heard ? FIRST_BACK_OFF : backOff.multipliedBy(2);
                backOff = backOff.compareTo(LAST_BACK_OFF) > 0 ? LAST_BACK_OFF : backOff;
                TimeUnit.NANOSECONDS.sleep(backOff.toNanos());
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    /// One connection from its beginning to its end.
    ///
    /// @return whether it was a feed
    private boolean once() throws InterruptedException {
        if (!link.cable().isIn()) {
            fault("the cable is out");
            return false;
        }
        var reader = new FeedReader(this::tell);
        var request = link.at("feed").header("Accept", "text/event-stream");
        last.ifPresent(index -> request.header("Last-Event-ID", Long.toString(index)));
        var answer = link.client().sendAsync(request.GET().build(), head -> body(head, reader));
        try {
            await(answer, reader);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw new IllegalStateException("following the branch", e.getCause());
            }
            fault(String.valueOf(e.getCause().getMessage()));
        } catch (TimeoutException e) {
            fault("the feed is silent");
        } finally {
            answer.cancel(true);
        }
        return reader.hasHeard();
    }

    private HttpResponse.BodySubscriber<Void> body(
            HttpResponse.ResponseInfo head, FeedReader reader) {
        if (head.statusCode() != OK) {
            if (head.statusCode() == BAD_REQUEST) {
                // A place that this log does not have: it begins anew.
                last = OptionalLong.empty();
            }
            return BodySubscribers.replacing(null);
        }
        fault("");
        listener.accept(new News.Connected());
        return BodySubscribers.fromSubscriber(reader);
    }

    private void await(CompletableFuture<HttpResponse<Void>> answer, FeedReader reader)
            throws InterruptedException, ExecutionException, TimeoutException {
        long since = System.nanoTime();
        while (true) {
            long left = since + silence.toNanos() - System.nanoTime();
            if (left <= 0 || !link.cable().isIn()) {
                throw new TimeoutException();
            }
            try {
                var end = answer.get(Math.min(left, LOOK_UP.toNanos()), TimeUnit.NANOSECONDS);
                if (end.statusCode() != OK) {
                    fault("no feed: status " + end.statusCode());
                }
                return;
            } catch (TimeoutException _) {
                since = reader.hasHeard() ? reader.heardAt() : since;
            }
        }
    }

    private void tell(News.Entry entry) {
        last = OptionalLong.of(entry.index());
        listener.accept(entry);
    }

    /// Each kind of fault is logged once.
    private void fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            LOG.log(
                    why.isEmpty() ? Level.INFO : Level.WARNING,
                    why.isEmpty() ? "the branch's feed is heard" : "the branch's feed: " + why);
        }
    }
}
