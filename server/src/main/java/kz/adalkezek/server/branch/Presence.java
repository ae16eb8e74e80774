package kz.adalkezek.server.branch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.queue.DeviceId;

/// When each device was last heard, in the time of this machine: a device is away when its network
/// is silent, however fast the branch's own clock goes. Any thread.
public final class Presence {

    /// A device whose heartbeat is this old is away; without boards calls count unacknowledged.
    static final Duration AWAY_AFTER = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final Map<DeviceId, Instant> heard = new ConcurrentHashMap<>();

    public Presence(InstantSource clock) {
        this.clock = clock;
    }

    void heard(DeviceId device) {
        heard.put(device, clock.instant());
    }

    boolean isHere(DeviceId device) {
        var last = heard.get(device);
        return last != null && clock.instant().isBefore(last.plus(AWAY_AFTER));
    }
}
