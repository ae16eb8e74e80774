package kz.adalkezek.queue;

import java.time.Instant;
import java.util.Optional;

/// The counters, the desks open at them, and the devices around.
///
/// @param counters the hall in which each counter stands
/// @param bars until when a counter may not call, because it has undone a call
/// @param calls the desk of each call and repetition of the day, by log index
public record Hall(
        Sorted<DeskId, Code> counters,
        Sorted<DeskId, Desk> desks,
        Sorted<DeviceId, Device> devices,
        Sorted<DeskId, Instant> bars,
        Sorted<Long, DeskId> calls) {

    static final Hall EMPTY =
            new Hall(
                    Sorted.empty(), Sorted.empty(), Sorted.empty(), Sorted.empty(), Sorted.empty());

    public Optional<Desk> deskOf(Actor operator) {
        for (var pair : desks) {
            if (pair.value().by().equals(operator)) {
                return Optional.of(pair.value());
            }
        }
        return Optional.empty();
    }

    /// How many desks have the group among their primary groups and do not pause.
    public int serving(GroupCode group) {
        int serving = 0;
        for (var pair : desks) {
            var desk = pair.value();
            serving += desk.primary().contains(group) && !desk.isPaused() ? 1 : 0;
        }
        return serving;
    }

    /// How many of those have somebody now.
    public int busy(GroupCode group) {
        int busy = 0;
        for (var pair : desks) {
            var desk = pair.value();
            busy += desk.primary().contains(group) && desk.visit().isPresent() ? 1 : 0;
        }
        return busy;
    }

    /// Whether no board can show a call of this counter: all of its hall are away, or it has none.
    boolean boardsAreAway(DeskId counter) {
        var hall = counters.get(counter);
        for (var pair : devices) {
            var device = pair.value();
            if (device.kind() == Event.DeviceKind.BOARD
                    && device.here()
                    && hall.equals(Optional.of(device.hall()))) {
                return false;
            }
        }
        return true;
    }

    /// A desk that the log has opened before.
    Desk known(DeskId id) {
        return desks.get(id).orElseThrow(() -> new IllegalStateException("no desk " + id));
    }

    Hall with(Desk desk) {
        return new Hall(counters, desks.put(desk.id(), desk), devices, bars, calls);
    }

    Hall without(DeskId desk) {
        return new Hall(counters, desks.without(desk), devices, bars, calls);
    }

    Hall with(DeviceId id, Device device) {
        return new Hall(counters, desks, devices.put(id, device), bars, calls);
    }

    Hall without(DeviceId device) {
        return new Hall(counters, desks, devices.without(device), bars, calls);
    }

    Hall barred(DeskId desk, Instant until) {
        return new Hall(counters, desks, devices, bars.put(desk, until), calls);
    }

    Hall unbarred(DeskId desk) {
        return new Hall(counters, desks, devices, bars.without(desk), calls);
    }

    Hall called(long index, DeskId desk) {
        return new Hall(counters, desks, devices, bars, calls.put(index, desk));
    }
}
