package kz.adalkezek.server.branch;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/// Notices when somebody moves the wall clock, by comparing it with a clock that cannot be moved.
/// Used by the writer alone.
final class ClockGuard {

    /// From here on a step is an event; less is the daily work of a time service.
    static final Duration STEP = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private Instant wallThen;
    private long nanosThen;

    /// @param wall now
    /// @param nanos a clock that only goes forward, such as `System::nanoTime`
    ClockGuard(Instant wall, LongSupplier nanos) {
        this.nanos = nanos;
        this.wallThen = wall;
        this.nanosThen = nanos.getAsLong();
    }

    /// Whether the wall clock was moved by more than [#STEP] since the last look.
    boolean stepped(Instant wall) {
        long nanosNow = nanos.getAsLong();
        var expected = wallThen.plusNanos(nanosNow - nanosThen);
        wallThen = wall;
        nanosThen = nanosNow;
        return Duration.between(expected, wall).abs().compareTo(STEP) > 0;
    }
}
