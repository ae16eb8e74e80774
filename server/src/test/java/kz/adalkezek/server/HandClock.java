package kz.adalkezek.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A wall clock, and a clock that nobody can set, which only move when a test moves them. Any
/// thread may read them.
public final class HandClock implements InstantSource {

    private volatile Instant now;
    private volatile long nanos;

    public HandClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void forward(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    public long nanos() {
        return nanos;
    }
}
