package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The clock of a branch in which people are played. At first it tells the wall's time; from
/// [#begins] on it is the branch's own: so many times as fast, never past what somebody is about to
/// do, so that a slow computer makes the day longer and nobody late. Any thread may ask.
public final class PlayClock implements InstantSource {

    /// Behind by more than this, the clock gives up catching up.
    private static final Duration LAG_MAX = Duration.ofSeconds(1);

    private final InstantSource wall;
    private final LongSupplier nanos;

    // What this thread was told last, so that it can compare it with the other clock.
    // A process has one such clock, or a test one after the other.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Instant> told = new ThreadLocal<>();

    // All guarded by this.
    private boolean own;
    private int speed = 1;
    private Instant from = Instant.EPOCH;
    private long fromNanos;
    private Instant until = Instant.MAX;
    private Instant origin = Instant.EPOCH;
    private long originNanos;

    /// @param nanos a clock that only goes forward
    public PlayClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
    }

    /// From now on it is this time here, and stands until somebody lets it go on.
    ///
    /// @param speed how many times as fast as the world, at least 1
    public synchronized void begins(Instant at, int speed) {
        own = true;
        this.speed = speed;
        from = at;
        fromNanos = nanos.getAsLong();
        origin = at;
        originNanos = fromNanos;
        until = at;
    }

    /// Whether it tells another time than the wall.
    public synchronized boolean isOwn() {
        return own;
    }

    @Override
    public Instant instant() {
        var now = now();
        told.set(now);
        return now;
    }

    /// A clock that goes at the same pace and was never moved: as it stood when this thread asked
    /// for the instant last.
    public synchronized long nanos() {
        var last = told.get();
        return !own
                ? nanos.getAsLong()
                : originNanos + Duration.between(origin, last == null ? now() : last).toNanos();
    }

    private synchronized Instant now() {
        if (!own) {
            return wall.instant();
        }
        var now = running();
        return now.isAfter(until) ? until : now;
    }

    private Instant running() {
        return from.plusNanos(Math.multiplyExact(nanos.getAsLong() - fromNanos, (long) speed));
    }

    /// It goes on to this instant, and stands there.
    synchronized void holdsAt(Instant at) {
        var lag = Duration.between(until, running());
        if (!until.equals(Instant.MAX) && lag.compareTo(LAG_MAX.multipliedBy(speed)) > 0) {
            from = until;
            fromNanos = nanos.getAsLong();
        }
        until = at;
    }

    /// Nobody is about to do anything: it goes on from where it stands.
    public synchronized void runs() {
        from = now();
        fromNanos = nanos.getAsLong();
        until = Instant.MAX;
    }

    /// Nothing happens until then, and so it is then.
    synchronized void skipsTo(Instant at) {
        from = at;
        fromNanos = nanos.getAsLong();
        until = at;
    }

    /// How long the world takes until it is this time here.
    synchronized Duration takesUntil(Instant at) {
        var left = Duration.between(running(), at);
        return left.isNegative() ? Duration.ZERO : left.dividedBy(speed);
    }
}
