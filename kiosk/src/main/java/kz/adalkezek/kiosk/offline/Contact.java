package kz.adalkezek.kiosk.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kz.adalkezek.kiosk.link.AloneLink;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.link.Offer;
import kz.adalkezek.kiosk.link.Reply;

/// Keeps the kiosk in touch with the branch: first everything that was given without it is handed
/// over, then a signed heartbeat, then numbers for the next time. One thread of its own.
public final class Contact implements AutoCloseable {

    public static final Duration EVERY = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger("kezek.offline");

    /// Leases change slowly, so they are looked at in each sixth round.
    private static final int ROUNDS_PER_LEASES = 6;

    private final Alone alone;
    private final BranchTime time;
    private final AloneLink link;
    private final Supplier<BranchWatch.View> branch;
    private final HandOver handOver;
    private final Leases leases;
    private final LongSupplier nanos;
    private final Duration every;
    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final Thread thread = Thread.ofVirtual().name("contact").unstarted(this::keep);
    private volatile State state = new State(NumbersLevel.OUT, false, false);
    private volatile Runnable onChange = () -> {};
    private volatile boolean asked;
    private volatile boolean stopped;

    /// Only this thread's, as all below.
    private int rounds;

    private boolean met;

    private String lastFault = "";

    /// How the kiosk is prepared for hours without the branch.
    ///
    /// @param clockWrong whether this machine's clock is off the branch's
    /// @param journalFault whether the journal cannot be written, or the branch knows another one
    ///   of this kiosk
    public record State(NumbersLevel numbers, boolean clockWrong, boolean journalFault) {}

    /// @param folder for what the branch refuses
    /// @param branch as it was last seen
    /// @param nanos a clock that only goes forward
    public Contact(
            Path folder,
            Alone alone,
            BranchTime time,
            BranchLink link,
            Supplier<BranchWatch.View> branch,
            Stock stock,
            LongSupplier nanos,
            Duration every) {
        this.alone = alone;
        this.time = time;
        this.link = new AloneLink(link);
        this.branch = branch;
        this.handOver = new HandOver(alone, this.link, folder.resolve("refused.txt"));
        this.leases = new Leases(alone, this.link, stock, time, nanos);
        this.nanos = nanos;
        this.every = every;
    }

    /// @param onChange told when tickets were handed over or the state has changed, on this room's
    ///   thread; must not block
    public void start(Runnable onChange) {
        this.onChange = onChange;
        thread.start();
    }

    public State state() {
        return state;
    }

    /// Whether the branch was asked for numbers since the start: before that nobody is short of
    /// them.
    public boolean hasAskedForNumbers() {
        return asked;
    }

    /// Does a round soon, without waiting for it.
    public void nudge() {
        nudges.offer(true);
    }

    /// Waits for a call that is under way, so close the link first.
    @Override
    public void close() {
        stopped = true;
        nudge();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (!stopped) {
                round();
                nudges.poll(every.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts: an interrupt would close the journal that is being written.
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void round() throws InterruptedException {
        var view = branch.get();
        boolean forked = false;
        try {
            if (view.reachable()) {
                boolean owed = alone.owes();
                if (handOver.run()) {
                    forked = beat();
                    if (rounds++ % ROUNDS_PER_LEASES == 0 || owed) {
                        leases(view);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            fault(String.valueOf(e));
        }
        // Before the first answer nobody knows whether numbers are out or only not asked for yet.
        if (met) {
            tell(view.offer(), forked);
        }
    }

    private void leases(BranchWatch.View view) throws InterruptedException {
        met = true;
        boolean open = view.hall().filter(hall -> hall.open()).isPresent();
        if (open && view.offer().isPresent()) {
            leases.run(view.offer().get());
            asked = true;
        } else {
            // It may open at any moment.
            rounds = 0;
        }
    }

    /// @return whether the branch knows another journal of this kiosk
    private boolean beat() throws InterruptedException {
        var now = time.machine();
        long entries = alone.journal().entries();
        var head = alone.journal().head();
        var statement = AloneLink.beatStatement(alone.device().value(), now, entries, head);
        long sent = nanos.getAsLong();
        var reply = link.beat(now, entries, head, alone.key().sign(statement.getBytes(UTF_8)));
        var took = Duration.ofNanos(nanos.getAsLong() - sent);
        switch (reply) {
            case Reply.Answer<AloneLink.Beat>(var beat) -> {
                fault("");
                time.told(beat.now(), took);
            }
            case Reply.Refusal<AloneLink.Beat>(var problem) -> {
                fault("the heartbeat is refused: " + problem.code());
                return problem.code().equals("chain-forked");
            }
            case Reply.NotNow<AloneLink.Beat>(var why) -> fault("no heartbeat: " + why);
            case Reply.Strange<AloneLink.Beat>(var what) ->
                    fault("to a heartbeat the branch answered something else: " + what);
        }
        return false;
    }

    private void tell(Optional<Offer> offer, boolean forked) {
        var now =
                new State(
                        offer.map(leases::level).orElse(NumbersLevel.OUT),
                        time.isWrong(),
                        forked || alone.journal().isBroken());
        boolean changed = !now.equals(state);
        state = now;
        if (changed) {
            LOG.log(
                    now.numbers() == NumbersLevel.ENOUGH && !now.journalFault()
                            ? Level.INFO
                            : Level.WARNING,
                    "for hours without the branch: {0}",
                    now);
        }
        onChange.run();
    }

    private void fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            if (!why.isEmpty()) {
                LOG.log(Level.WARNING, why);
            }
        }
    }
}
