package kz.adalkezek.server.branch;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import kz.adalkezek.forecast.Kept;
import kz.adalkezek.forecast.Outlook;
import kz.adalkezek.forecast.Range;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit;

/// How long people may expect to wait. A thread of its own follows the log and looks ahead after
/// each change, so that the writer never waits for it; many changes at once are one look.
public final class Waits implements AutoCloseable {

    /// What is told where no look was possible: there are no rules yet, or no such group.
    private static final Told NOTHING = new Told(Duration.ZERO, Duration.ZERO, false);

    /// Time passes, and with it what is left of a service that has begun.
    private static final Duration STALE = Duration.ofSeconds(10);

    /// After a look it rests so many times as long as that took.
    private static final int REST = 4;

    /// While it still reads what happened yesterday, a look would be wasted.
    private static final int BEHIND_MAX = 5_000;

    private static final long MINUTE_MS = 60_000;

    private static final System.Logger LOG = System.getLogger("kezek.branch");

    private final Branch branch;
    private final Outlook outlook;
    private final Supplier<Set<GroupCode>> groups;
    private final LongFunction<List<Entry>> log;
    private final InstantSource machine;
    private final Thread thread = Thread.ofPlatform().daemon().name("waits").unstarted(this::run);
    private volatile boolean open = true;

    /// A wait as people are told it, rounded up to whole minutes.
    ///
    /// @param p50 as likely longer as shorter
    /// @param p90 nine of ten wait less
    /// @param learned from this branch, or still taken from the catalogue
    public record Told(Duration p50, Duration p90, boolean learned) {}

    /// @param groups of the catalogue in force
    /// @param log answers the entries from an index on; waits a moment where there are none, and
    ///   then answers none
    /// @param machine how long a look takes is measured in its time, not in the branch's
    public Waits(
            Branch branch,
            Outlook outlook,
            Supplier<Set<GroupCode>> groups,
            LongFunction<List<Entry>> log,
            InstantSource machine) {
        this.branch = branch;
        this.outlook = outlook;
        this.groups = groups;
        this.log = log;
        this.machine = machine;
    }

    /// Looks once, so that nobody is told nothing, and then follows the log.
    public void start(Thread.UncaughtExceptionHandler onFault) {
        look(branch.line());
        thread.setUncaughtExceptionHandler(onFault);
        thread.start();
    }

    /// Of a visit that waits, or will.
    public Told expected(Visit visit, Instant now) {
        var seen = outlook.of(visit.id(), now);
        return seen.isPresent()
                ? told(seen.get(), visit.group())
                : expected(visit.group(), visit.credit());
    }

    /// Of somebody who would come now.
    public Told expected(GroupCode group) {
        return expected(group, 0);
    }

    private Told expected(GroupCode group, int credit) {
        return outlook.of(group, credit)
                .or(() -> outlook.of(group, 0))
                .map(range -> told(range, group))
                .orElse(NOTHING);
    }

    /// How often what was told since the start came true.
    public Kept kept() {
        return outlook.kept();
    }

    private Told told(Range range, GroupCode group) {
        return new Told(wholeMinutes(range.p50()), wholeMinutes(range.p90()), outlook.knows(group));
    }

    private static Duration wholeMinutes(Duration wait) {
        return Duration.ofMinutes(Math.ceilDiv(wait.toMillis(), MINUTE_MS));
    }

    private void run() {
        // Yesterday's services say more about today's than the catalogue does.
        long next = branch.line().memory().from();
        while (open) {
            var entries = log.apply(next);
            entries.forEach(outlook::saw);
            next += entries.size();
            var line = branch.line();
            boolean caughtUp = line.size() - next <= BEHIND_MAX;
            if (caughtUp && (!entries.isEmpty() || isStale())) {
                look(line);
            }
        }
    }

    private boolean isStale() {
        return Duration.between(outlook.at(), branch.now()).compareTo(STALE) > 0
                && branch.line().people().present() > 0;
    }

    private void look(Line line) {
        var start = machine.instant();
        try {
            outlook.look(line, branch.now(), groups.get());
        } catch (RuntimeException e) {
            // A wrong guess about waits must not stop a queue; the law does not need it.
            LOG.log(Level.ERROR, "The waits could not be forecast; they stay as they were.", e);
        }
        LockSupport.parkNanos(REST * Duration.between(start, machine.instant()).toNanos());
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before the waits were closed", e);
        }
    }
}
