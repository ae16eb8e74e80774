package kz.adalkezek.server.branch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.queue.DeviceId;

/// When each board was last heard. Any thread.
public final class Presence {

    /// A board whose heartbeat is this old is away: calls count without it.
    static final Duration AWAY_AFTER = Duration.ofSeconds(60);

    private final Map<DeviceId, Instant> heard = new ConcurrentHashMap<>();

    public void heard(DeviceId device, Instant now) {
        heard.put(device, now);
    }

    boolean isHere(DeviceId device, Instant now) {
        var last = heard.get(device);
        return last != null && now.isBefore(last.plus(AWAY_AFTER));
    }
}
