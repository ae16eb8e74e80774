package kz.adalkezek.kiosk.report;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.Reply;

/// Tells the branch how the kiosk's parts are, each change once and in order; while the branch is
/// away only the newest state of a part is kept for it. Nothing of this lies on a disk: after a
/// start every part is looked at again, and the branch takes a state that it knows for no news.
/// Safe for several threads.
public final class DeviceReports implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.report");

    /// How long a kiosk in a hall waits after an attempt without an answer.
    public static final Duration AGAIN = Duration.ofSeconds(3);

    private static final Duration REFUSED_PAUSE = Duration.ofMinutes(1);

    private final BranchLink link;
    private final String kiosk;
    private final BooleanSupplier mayTell;
    private final LongSupplier printed;
    private final Duration again;

    /// Guarded by this, as all below.
    private final Owed owed = new Owed();

    private boolean stopped;
    private boolean missed;
    private final Thread thread;

    /// @param kiosk as the branch enrolled it
    /// @param mayTell false while something must be handed to the branch before
    /// @param printed how many papers the printer has cut
    /// @param again how long to wait after an attempt without an answer
    public DeviceReports(
            BranchLink link,
            String kiosk,
            BooleanSupplier mayTell,
            LongSupplier printed,
            Duration again) {
        this.link = link;
        this.kiosk = kiosk;
        this.mayTell = mayTell;
        this.printed = printed;
        this.again = again;
        this.thread = Thread.ofVirtual().name("device reports").unstarted(this::tellAll);
    }

    public void start() {
        thread.start();
    }

    /// A part is so now. Saying it again changes nothing. Never blocks.
    public synchronized void is(PartState state) {
        var count =
                state.part() == Part.PRINTER
                        ? OptionalLong.of(printed.getAsLong())
                        : OptionalLong.empty();
        owed.is(state, count, System.nanoTime());
        notifyAll();
    }

    /// Waits for a call that is under way, so close the link first.
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

    private void tellAll() {
        try {
            for (var next = next(); next.isPresent(); next = next()) {
                if (!mayTell.getAsBoolean() || !isSettled(next.get())) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts; this is what a call of the link throws.
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// @return nothing once this is closed
    private synchronized Optional<Owed.Report> next() throws InterruptedException {
        while (!stopped) {
            long now = System.nanoTime();
            owed.repeat(OptionalLong.of(printed.getAsLong()), now);
            var due = owed.due(now);
            if (due.isPresent()) {
                return due;
            }
            var next = owed.nanosToNext(now);
            if (next.isEmpty()) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, next.getAsLong()));
            }
        }
        return Optional.empty();
    }

    private synchronized void pause() throws InterruptedException {
        long deadline = System.nanoTime() + again.toNanos();
        for (long left = again.toNanos();
                left > 0 && !stopped;
                left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private boolean isSettled(Owed.Report report) throws InterruptedException {
        var answer =
                link.tellState(
                        kiosk,
                        report.request(),
                        report.state().part().word(),
                        report.state().word(),
                        report.printed());
        synchronized (this) {
            return switch (answer) {
                case Reply.Answer<Boolean> _ -> {
                    LOG.log(Level.INFO, "told the branch: {0}", report.state());
                    owed.told(report, System.nanoTime());
                    missed = false;
                    yield true;
                }
                case Reply.Refusal<Boolean>(var problem) -> {
                    LOG.log(
                            Level.WARNING,
                            "the branch does not take {0}: {1}",
                            report.state(),
                            problem.code());
                    owed.refused(report, System.nanoTime() + REFUSED_PAUSE.toNanos());
                    yield true;
                }
                case Reply.NotNow<Boolean>(var why) -> isAnswered(report, why);
                case Reply.Strange<Boolean>(var what) -> isAnswered(report, what);
            };
        }
    }

    /// Each outage is logged once.
    private boolean isAnswered(Owed.Report report, String why) {
        if (!missed) {
            LOG.log(Level.WARNING, "could not tell {0} yet: {1}", report.state(), why);
        }
        missed = true;
        return false;
    }
}
