package kz.adalkezek.server.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Device;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.Line;

/// Which board speaks in a hall: one, so that two loudspeakers never talk over each other. It is
/// the first of `branch.toml` that is here; where it is away the next one takes over. A board that
/// was paired without being listed comes last.
public final class Announcers {

    private final List<DeviceId> listed;
    private final List<DeviceId> silent;

    /// @param listed the boards with a loudspeaker, in order of preference
    /// @param silent those that never speak
    public Announcers(List<DeviceId> listed, List<DeviceId> silent) {
        this.listed = List.copyOf(listed);
        this.silent = List.copyOf(silent);
    }

    Optional<DeviceId> of(Line line, Code hall) {
        DeviceId best = null;
        for (var pair : line.hall().devices()) {
            if (isHere(pair.value(), hall)
                    && !silent.contains(pair.key())
                    && (best == null || order().compare(pair.key(), best) < 0)) {
                best = pair.key();
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isHere(Device device, Code hall) {
        return device.kind() == DeviceKind.BOARD && device.here() && device.hall().equals(hall);
    }

    private Comparator<DeviceId> order() {
        return Comparator.<DeviceId>comparingInt(
                        board -> listed.contains(board) ? listed.indexOf(board) : listed.size())
                .thenComparing(DeviceId::value);
    }
}
