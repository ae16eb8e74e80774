package kz.adalkezek.server.branch;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.server.journal.Space;

/// What the branch looks after by itself, once a second: numbers that were never handed over,
/// devices that are away or back, the space that is left, and a sign of life.
public final class Rounds {

    /// After so long without an entry there may be a heartbeat.
    private static final Duration SILENCE = Duration.ofHours(1);

    private final Branch branch;
    private final Presence presence;
    private final Supplier<Space> space;

    /// Devices that were here before a restart get their minute to come back.
    ///
    /// @param space of the disk that holds the log
    public Rounds(Branch branch, Presence presence, Supplier<Space> space) {
        this.branch = branch;
        this.presence = presence;
        this.space = space;
        for (var pair : branch.line().hall().devices()) {
            if (pair.value().here()) {
                presence.heard(pair.key());
            }
        }
    }

    /// One round. Each command is decided by the law like any other.
    public void walk() {
        branch.found(space.get());
        var line = branch.line();
        var now = branch.now();
        for (var pair : line.hall().devices()) {
            heard(pair.key(), presence.isHere(pair.key()), pair.value().here());
        }
        // The law decides; nobody bothers the writer each second for nothing.
        if (!now.isBefore(line.at().plus(SILENCE))) {
            branch.submit(Ask.itself(new Command.Beat(request())));
        }
        var policy = line.rulebook().policyAt(now);
        if (!(line.day() instanceof Line.Day.Open) || policy.isEmpty()) {
            return;
        }
        var overdue = now.minus(policy.get().handedWithin());
        for (var pair : line.people().reserved()) {
            if (pair.key().ms() > overdue.toEpochMilli()) {
                break;
            }
            branch.submit(Ask.itself(new Command.VoidTicket(request(), pair.value())));
        }
    }

    /// A device has just been heard: no round is waited for.
    public void heard(DeviceId id) {
        presence.heard(id);
        var device = branch.line().hall().devices().get(id);
        device.ifPresent(known -> heard(id, true, known.here()));
    }

    private void heard(DeviceId id, boolean here, boolean known) {
        if (here != known) {
            branch.submit(Ask.itself(new Command.StateDevice(request(), id, here)));
        }
    }

    private static RequestId request() {
        return new RequestId(UUID.randomUUID());
    }
}
