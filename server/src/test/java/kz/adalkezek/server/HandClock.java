package kz.adalkezek.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that only moves when a test moves it. Any thread may read it.
public final class HandClock implements InstantSource {

    private volatile Instant now;

    public HandClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void forward(Duration time) {
        now = now.plus(time);
    }
}
