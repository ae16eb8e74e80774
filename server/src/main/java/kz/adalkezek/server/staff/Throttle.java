package kz.adalkezek.server.staff;

import io.javalin.http.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.ProblemException;

/// Slows down whoever enters wrong passwords or codes: after a few free attempts each further one
/// costs twice the wait, up to five minutes, and a quarter of an hour of silence forgets all.
/// Nobody is locked out for ever, and nobody at another address is locked out at all.
public final class Throttle {

    static final Duration WAIT_MAX = Duration.ofMinutes(5);
    static final Duration FORGET_AFTER = Duration.ofMinutes(15);
    private static final int KEYS_MAX = 4_096;
    private static final int DOUBLINGS_MAX = 20;

    private record Failures(int count, Instant last) {}

    private final int free;

    // Guarded by this; the key that failed longest ago is forgotten first.
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    /// @param free how many wrong attempts cost nothing
    public Throttle(int free) {
        this.free = free;
    }

    /// How long this key has to wait before it may try again.
    public synchronized Duration wait(String key, Instant now) {
        var failed = failures.get(key);
        if (failed == null || failed.count() < free) {
            return Duration.ZERO;
        }
        var until = failed.last().plus(cost(failed.count() - free));
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    public synchronized void failed(String key, Instant now) {
        var before = failures.remove(key);
        boolean counts = before != null && before.last().plus(FORGET_AFTER).isAfter(now);
        failures.put(key, new Failures(counts ? before.count() + 1 : 1, now));
        if (failures.size() > KEYS_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    /// What whoever has to wait is told.
    public static ProblemException later(Duration wait) {
        var seconds = Long.toString(wait.plusMillis(999).toSeconds());
        return Problem.of(ProblemCode.TOO_MANY_ATTEMPTS, Map.of("seconds", seconds))
                .withHeader(Header.RETRY_AFTER, seconds)
                .asException();
    }

    private static Duration cost(int beyondFree) {
        var cost = Duration.ofSeconds(1L << Math.min(beyondFree, DOUBLINGS_MAX));
        return cost.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : cost;
    }
}
