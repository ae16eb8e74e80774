package kz.adalkezek.kiosk.link;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Looks at the branch every few seconds: whether it answers, how its hall looks, and its offer
/// whenever that has changed. One thread of its own.
public final class BranchWatch implements AutoCloseable {

    public static final Duration EVERY = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger("kezek.link");

    /// @param hall as it was last seen; nothing while the branch is out of reach
    /// @param offer the last one, also while the branch is out of reach
    public record View(Optional<Hall> hall, Optional<Offer> offer) {

        public boolean reachable() {
            return hall.isPresent();
        }
    }

    private final BranchLink link;
    private final Duration every;
    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private final KeptOffer kept;
    private volatile View view;
    private volatile Runnable onChange = () -> {};
    private volatile long lostNanos = System.nanoTime();

    /// The tag under which the offer was fetched. Only the watch's thread.
    private @Nullable String offerTag;

    private String lastFault = "";

    /// @param offer where the last offer is kept
    public BranchWatch(BranchLink link, Duration every, Path offer) {
        this.kept = new KeptOffer(offer);
        this.view = new View(Optional.empty(), kept.offer());
        this.link = link;
        this.every = every;
        this.thread = Thread.ofVirtual().name("branch watch").unstarted(this::watch);
    }

    /// @param onChange told after each change, on the watch's thread; must not block
    public void start(Runnable onChange) {
        this.onChange = onChange;
        thread.start();
    }

    public View view() {
        return view;
    }

    /// For how long the watch has known that the branch does not answer.
    public Duration away() {
        return view.reachable() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lostNanos);
    }

    /// Looks again soon, without waiting for it.
    public void nudge() {
        nudges.offer(true);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                look();
                nudges.poll(every.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        switch (link.hall()) {
            case Reply.Answer<Hall>(var hall) -> {
                fault("");
                show(new View(Optional.of(hall), offerFor(hall)));
            }
            case Reply.Refusal<Hall>(var problem) -> lost(problem.code());
            case Reply.NotNow<Hall>(var why) -> lost(why);
            case Reply.Strange<Hall>(var what) -> lost("answers something else: " + what);
        }
    }

    private Optional<Offer> offerFor(Hall hall) throws InterruptedException {
        if (hall.offer().equals(offerTag)) {
            return view.offer();
        }
        return switch (link.offer()) {
            case Reply.Answer<Offer>(var offer) -> {
                offerTag = hall.offer();
                kept.keep(offer);
                yield Optional.of(offer);
            }
            case Reply.Refusal<Offer>(var problem) -> without("no offer: " + problem.code());
            case Reply.NotNow<Offer>(var why) -> without("no offer: " + why);
            case Reply.Strange<Offer>(var what) -> without("the offer is something else: " + what);
        };
    }

    private Optional<Offer> without(String why) {
        fault(why);
        return view.offer();
    }

    private void lost(String why) {
        if (view.reachable()) {
            lostNanos = System.nanoTime();
        }
        fault("out of reach: " + why);
        show(new View(Optional.empty(), view.offer()));
    }

    private void show(View seen) {
        boolean changed = !seen.equals(view);
        view = seen;
        if (changed) {
            onChange.run();
        }
    }

    /// Each kind of fault is logged once, not every five seconds.
    private void fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            LOG.log(
                    why.isEmpty() ? Level.INFO : Level.WARNING,
                    why.isEmpty() ? "the branch answers" : "the branch: " + why);
        }
    }
}
