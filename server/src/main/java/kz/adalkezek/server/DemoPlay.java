package kz.adalkezek.server;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Founding;
import kz.adalkezek.server.files.BranchFiles;
import kz.adalkezek.server.play.Doors;
import kz.adalkezek.server.play.LivePlay;
import kz.adalkezek.server.play.PlayClock;
import kz.adalkezek.server.staff.Identity;
import kz.adalkezek.server.staff.Identity.Kind;

/// `demo --speed`: played people in a demo. They have kiosks and a board of their own and work at
/// all counters but the first, so that a person beside them has all of theirs.
final class DemoPlay {

    private static final List<String> KIOSKS = List.of("k2", "k3");
    private static final String BOARD = "b2";

    /// A log that is ahead by less is caught up with while the program starts.
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final BranchFiles files;
    private final BranchServer server;
    private final DemoAccess access;
    private final URI url;

    /// @param files as they are in force
    DemoPlay(BranchFiles files, BranchServer server, DemoAccess access, URI url) {
        this.files = files;
        this.server = server;
        this.access = access;
        this.url = url;
    }

    /// The clock of the branch, before anything is written. A log that was played is ahead of this
    /// machine, and its time never goes back: the branch goes on from there.
    static void begins(PlayClock clock, Branch branch, InstantSource machine, int speed) {
        boolean ahead = branch.now().isAfter(machine.instant().plus(AHEAD));
        if (ahead) {
            System.out.println(
                    "The log of this folder ends at "
                            + branch.now()
                            + ", which is still to come here: the branch goes on from there.");
        }
        if (ahead || speed > 0) {
            clock.begins(branch.now(), Math.max(1, speed));
        }
        if (speed == 0 && ahead) {
            clock.runs();
        }
    }

    /// Others than last time, where the folder holds a log: a request id is used once.
    static long seed(long seed, long kept) {
        return seed ^ Long.rotateLeft(kept, Integer.SIZE);
    }

    /// Devices of their own; a log that has them keeps them.
    static void enrol(Founding founding) {
        KIOSKS.forEach(id -> founding.enrol(new DeviceId(id), DeviceKind.KIOSK, Demo.HALL));
        founding.enrol(new DeviceId(BOARD), DeviceKind.BOARD, Demo.HALL);
    }

    LivePlay start(PlayClock clock, long seed, int speed) throws SQLException, IOException {
        var clerks = clerks();
        var counters =
                files.config().counters().stream()
                        .filter(c -> clerks.containsKey(c.desk()))
                        .toList();
        var premises =
                Simulate.premises(files.config(), files.policy(), files.catalogue(), counters);
        var kiosks = new LinkedHashMap<String, String>();
        for (var id : KIOSKS) {
            kiosks.put(id, token(id, Kind.KIOSK));
        }
        var doors =
                new Doors(url, kiosks, BOARD, token(BOARD, Kind.BOARD), clerks, access.manager());
        var play =
                new LivePlay(
                        premises,
                        doors,
                        clock,
                        seed,
                        server.branch().line().size(),
                        System.out::println,
                        line -> System.err.println("kezek: " + line));
        System.out.println(
                "People are played, %d times as fast as time; counter %s is yours."
                        .formatted(speed, yours()));
        play.start();
        return play;
    }

    /// Everybody's but the first.
    private Map<DeskId, Doors.Login> clerks() {
        var clerks = new LinkedHashMap<DeskId, Doors.Login>();
        for (var counter : files.config().counters()) {
            if (!counter.desk().equals(yours())) {
                access.operator(counter.desk())
                        .ifPresent(login -> clerks.put(counter.desk(), login));
            }
        }
        return clerks;
    }

    private DeskId yours() {
        return files.config().counters().getFirst().desk();
    }

    private String token(String id, Kind kind) throws SQLException {
        return server.devices().pair(new Identity.Device(id, kind)).value();
    }
}
