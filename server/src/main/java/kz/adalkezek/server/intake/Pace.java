package kz.adalkezek.server.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kz.adalkezek.queue.DeviceId;

/// How often a device may have something written into the log that nothing else limits: a stolen
/// token must not fill the disk. Any thread may ask.
final class Pace {

    static final int A_MINUTE = 60;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private record Window(Instant since, int times) {}

    // Guarded by this; as many as the branch has devices.
    private final Map<DeviceId, Window> windows = new HashMap<>();

    /// How long the device has to wait; nothing counts while it has to.
    synchronized Duration wait(DeviceId device, Instant now) {
        var window = windows.get(device);
        if (window == null || !now.isBefore(window.since.plus(WINDOW))) {
            windows.put(device, new Window(now, 1));
            return Duration.ZERO;
        }
        if (window.times == A_MINUTE) {
            return Duration.between(now, window.since.plus(WINDOW));
        }
        windows.put(device, new Window(window.since, window.times + 1));
        return Duration.ZERO;
    }
}
