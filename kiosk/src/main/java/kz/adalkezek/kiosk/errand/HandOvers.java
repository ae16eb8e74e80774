package kz.adalkezek.kiosk.errand;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.Reply;

/// Tells the branch what became of each ticket until it answers, while the next citizen is served.
/// A refusal is an answer too: the number was called, or somebody has reported it before.
final class HandOvers implements AutoCloseable {

    /// The branch knows a request for its day and the next.
    static final Duration KEPT_MAX = Duration.ofHours(24);

    private static final System.Logger LOG = System.getLogger("kezek.errand");

    private final Outbox outbox;
    private final BranchLink link;
    private final BooleanSupplier mustWait;
    private final InstantSource clock;
    private final Patience patience;
    private final Consumer<Kept> onAnswered;

    /// Guarded by this.
    private final Deque<Kept> waiting = new ArrayDeque<>();

    private boolean stopped;
    private final Thread thread;

    /// @param mustWait whether the branch has to hear of something else before
    /// @param onAnswered told on this room's thread once the branch has answered
    HandOvers(
            Outbox outbox,
            BranchLink link,
            BooleanSupplier mustWait,
            InstantSource clock,
            Patience patience,
            Consumer<Kept> onAnswered) {
        this.outbox = outbox;
        this.link = link;
        this.mustWait = mustWait;
        this.clock = clock;
        this.patience = patience;
        this.onAnswered = onAnswered;
        this.thread = Thread.ofVirtual().name("hand-overs").unstarted(this::send);
    }

    void start() {
        thread.start();
    }

    /// @param kept with its handing, on the disk already
    synchronized void add(Kept kept) {
        waiting.addLast(kept);
        notifyAll();
    }

    /// What is not answered stays in the outbox for the next start. Waits for a call that is under
    /// way, so close the link first.
    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try {
            int misses = 0;
            for (var kept = next(); kept.isPresent(); kept = next()) {
                if (isSettled(kept.get())) {
                    outbox.forget(kept.get().request());
                    onAnswered.accept(kept.get());
                    misses = 0;
                } else {
                    // To the end: one that the branch cannot answer must not block the others.
                    add(kept.get());
                    pause(patience.pause(misses++));
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts: an interrupt would close a file that is being written.
            throw new IllegalStateException("interrupted", e);
        }
    }

    private synchronized Optional<Kept> next() throws InterruptedException {
        while (waiting.isEmpty() && !stopped) {
            wait();
        }
        return stopped ? Optional.empty() : Optional.of(waiting.removeFirst());
    }

    private synchronized void pause(Duration pause) throws InterruptedException {
        long deadline = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos();
                left > 0 && !stopped;
                left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private boolean isSettled(Kept kept) throws InterruptedException {
        if (clock.instant().isAfter(kept.touched().plus(KEPT_MAX))) {
            LOG.log(Level.WARNING, "gave up telling what became of {0}", kept.request());
            return true;
        }
        if (mustWait.getAsBoolean()) {
            return false;
        }
        var handing = kept.handing().orElseThrow();
        var language = kept.wish().language().tag();
        return switch (link.hand(kept.request(), handing.request(), handing.how(), language)) {
            case Reply.Answer<Boolean> _ -> true;
            case Reply.Refusal<Boolean>(var problem) when problem.is("offline-first") -> false;
            case Reply.Refusal<Boolean>(var problem) -> {
                LOG.log(
                        Level.WARNING,
                        "the branch did not take the hand-over of {0}: {1}",
                        kept.request(),
                        problem.code());
                yield true;
            }
            case Reply.NotNow<Boolean> _ -> false;
            case Reply.Strange<Boolean>(var what) -> {
                LOG.log(
                        Level.WARNING,
                        "to a hand-over the branch answered something else: {0}",
                        what);
                yield false;
            }
        };
    }
}
