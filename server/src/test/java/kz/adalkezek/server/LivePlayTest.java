package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import kz.adalkezek.audit.Verify;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.server.files.BranchFiles;
import kz.adalkezek.server.play.Doors;
import kz.adalkezek.server.play.Habits;
import kz.adalkezek.server.play.LivePlay;
import kz.adalkezek.server.play.PlayClock;
import kz.adalkezek.server.play.Premises;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.Identity.Role;
import kz.adalkezek.server.web.LocalServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People played over HTTP in a branch whose clock goes as fast as they do.
final class LivePlayTest {

    private static final int AS_FAST_AS_IT_GOES = 3_600;
    private static final long SEED = 7;
    private static final String SECRET = "көктем-2026";
    private static final Code HALL = new Code("main");
    private static final GroupCode ID = new GroupCode("ID");
    private static final GroupCode SOC = new GroupCode("SOC");

    /// All that happens to people in a branch.
    private static final Set<String> KINDS =
            Set.of(
                    "day.opened",
                    "device.state",
                    "ticket.issued",
                    "ticket.handed",
                    "ticket.voided",
                    "ticket.left",
                    "visit.coming",
                    "desk.opened",
                    "desk.paused",
                    "desk.resumed",
                    "desk.closed",
                    "call.made",
                    "call.repeated",
                    "call.shown",
                    "call.unanswered",
                    "call.returned",
                    "ground.shown",
                    "ground.not-shown",
                    "service.started",
                    "service.finished",
                    "service.parked",
                    "service.resumed",
                    "service.transferred",
                    "service.added",
                    "document.requested",
                    "desk.taken",
                    "booking.made",
                    "rated",
                    "day.closed");

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Queue<String> loud = new ConcurrentLinkedQueue<>();

    @Test
    void playsDayAfterDayWithoutAnAnswerThatSurprises(@TempDir Path folder)
            throws IOException, SQLException, InterruptedException {
        var clock = new PlayClock(new HandClock(OpenBranch.NINE), System::nanoTime);
        clock.begins(OpenBranch.NINE, AS_FAST_AS_IT_GOES);
        var files = BranchFiles.read(OpenBranch.files(folder));
        try (var server = open(files, clock);
                var http = new LocalServer(() -> {}, server.listen());
                var feed = new FeedReader(http)) {
            var doors = doors(server, URI.create(http.origin()));
            long known = server.branch().line().size();
            try (var play =
                    new LivePlay(
                            premises(files), doors, clock, SEED, known, said::add, loud::add)) {
                play.start();
                // Of the second day, which begins by itself.
                feed.awaits(kinds ->
                        kinds.containsAll(KINDS) && Collections.frequency(kinds, "day.opened") > 1);
            }
            long size = server.branch().line().size();
            feed.awaits(kinds -> kinds.size() >= size);
            assertThat(feed.indexes())
                    .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
            assertThat(feed.kinds()).doesNotContain("clock.step");
        }
        assertThat(loud).isEmpty();
        assertThat(said).isNotEmpty().allMatch(line -> line.endsWith(" 0 answers not expected"));
        var words = new ByteArrayOutputStream();
        var out = new PrintStream(words, true, UTF_8);
        assertThat(Verify.run(new String[] {folder.toString()}, out, out))
                .as("%s", words.toString(UTF_8))
                .isEqualTo(Verify.SOUND);
    }

    @Test
    void saysAloudWhatItDidNotExpect(@TempDir Path folder)
            throws IOException, SQLException, InterruptedException {
        var clock = new PlayClock(new HandClock(OpenBranch.NINE), System::nanoTime);
        clock.begins(OpenBranch.NINE, AS_FAST_AS_IT_GOES);
        var files = BranchFiles.read(OpenBranch.files(folder));
        try (var server = open(files, clock);
                var http = new LocalServer(() -> {}, server.listen())) {
            var doors = doors(server, URI.create(http.origin()));
            var strangers = new HashMap<>(doors.kiosks());
            strangers.replaceAll((_, _) -> doors.boardToken());
            var wrong =
                    new Doors(
                            doors.url(),
                            strangers,
                            doors.board(),
                            doors.boardToken(),
                            doors.clerks(),
                            doors.manager());
            long known = server.branch().line().size();
            var heard = new CountDownLatch(1);
            try (var play =
                    new LivePlay(
                            premises(files),
                            wrong,
                            clock,
                            SEED,
                            known,
                            said::add,
                            line -> {
                                loud.add(line);
                                heard.countDown();
                            })) {
                play.start();
                assertThat(heard.await(2, TimeUnit.MINUTES)).isTrue();
                assertThat(play.surprises()).isPositive();
            }
        }
        assertThat(loud).isNotEmpty().allMatch(line -> line.contains("a touch at a kiosk"));
    }

    private static BranchServer open(BranchFiles files, PlayClock clock)
            throws IOException, SQLException {
        var clocks = new Clocks(clock, clock::nanos, new HandClock(OpenBranch.NINE));
        var server =
                new BranchServer(
                        files.config().at(0, URI.create("http://branch.example.kz")),
                        clocks,
                        (_, fault) -> {
                            throw new AssertionError("the branch has a fault", fault);
                        });
        var founding = server.found(files);
        founding.enrol(new DeviceId("k2"), DeviceKind.KIOSK, HALL);
        founding.enrol(new DeviceId("b2"), DeviceKind.BOARD, HALL);
        founding.openDay(files.config().hallOfCounter());
        return server;
    }

    private static Doors doors(BranchServer server, URI url) throws SQLException {
        server.accounts().put("manager", Role.MANAGER, SECRET);
        var clerks = new HashMap<DeskId, Doors.Login>();
        for (int counter = 1; counter <= 2; counter++) {
            var name = "op-0" + counter;
            server.accounts().put(name, Role.OPERATOR, SECRET);
            clerks.put(new DeskId(counter), new Doors.Login(name, SECRET));
        }
        var kiosk = server.devices().pair(new Device("k2", Kind.KIOSK)).value();
        var board = server.devices().pair(new Device("b2", Kind.BOARD)).value();
        return new Doors(
                url, Map.of("k2", kiosk), "b2", board, clerks, new Doors.Login("manager", SECRET));
    }

    /// Two counters and a small town: all that can happen to a person happens often.
    private static Premises premises(BranchFiles files) throws IOException {
        var demo = Habits.parse(DemoFiles.text("people.json"));
        var habits =
                new Habits(
                        36,
                        10,
                        demo.quarters(),
                        demo.weekday(),
                        demo.dayAfterHoliday(),
                        Map.of("ID", 0.7, "SOC", 0.3),
                        demo.languages(),
                        0.3,
                        0.3,
                        0.3,
                        0.2,
                        demo.comesBack(),
                        0.1,
                        0.1,
                        0.1,
                        0.3,
                        0.3,
                        0.6,
                        demo.variation(),
                        Duration.ofSeconds(42));
        var counters =
                List.of(
                        new Premises.Counter(new DeskId(1), HALL, List.of(ID), List.of(SOC)),
                        new Premises.Counter(new DeskId(2), HALL, List.of(SOC, ID), List.of()));
        return new Premises(
                files.config().zone(), files.policy(), files.catalogue(), counters, habits);
    }
}
