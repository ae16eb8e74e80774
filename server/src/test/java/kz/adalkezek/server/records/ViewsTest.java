package kz.adalkezek.server.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Event.Handing;
import kz.adalkezek.queue.Event.Leaving;
import kz.adalkezek.queue.Event.Previous;
import kz.adalkezek.queue.Event.Rule;
import kz.adalkezek.queue.Event.Touch;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewsTest {

    private static final String ORIGIN = "kezek.example/branch/1";
    private static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");
    private static final GroupCode ID = new GroupCode("ID");
    private static final GroupCode SOC = new GroupCode("SOC");
    private static final DeskId DESK_3 = new DeskId(3);
    private static final Actor OPERATOR = new Actor.Operator("o-5f21c09ab3");
    private static final Code DONE = new Code("done");
    private static final String HASH = "A".repeat(43);
    private static final VisitId AIGERIM = new VisitId(1);
    private static final VisitId DAUREN = new VisitId(2);

    /// Entries one second apart.
    private final List<Entry> log = new ArrayList<>();

    @Test
    void followAVisitOfTwoLegsFromTouchToFarewell(@TempDir Path folder) throws Exception {
        happens(new Event.DeskOpened(DESK_3, List.of(ID, SOC), List.of()));
        happens(ticket(47, ID, SOC));
        happens(new Event.TicketHanded(AIGERIM, Handing.PRINTED, Code.NONE));
        happens(called(AIGERIM, 0));
        happens(new Event.ServiceStarted(AIGERIM, DESK_3));
        happens(new Event.ServiceFinished(AIGERIM, DESK_3, DONE));

        try (var views = Views.open(folder.resolve("views"), ORIGIN, 0)) {
            views.apply(log);
            assertThat(row(views, AIGERIM).state()).isEqualTo("waiting");
            assertThat(row(views, AIGERIM).leg()).isEqualTo(1);
            assertThat(row(views, AIGERIM).ended()).isEmpty();

            int done = log.size();
            happens(called(AIGERIM, 2));
            happens(new Event.ServiceStarted(AIGERIM, DESK_3));
            happens(new Event.ServiceFinished(AIGERIM, DESK_3, DONE));
            views.apply(log.subList(done, log.size()));

            assertThat(row(views, AIGERIM))
                    .isEqualTo(
                            new VisitRow(
                                    1,
                                    "K047",
                                    "ID",
                                    2,
                                    1,
                                    0,
                                    NINE,
                                    NINE,
                                    at(1),
                                    Optional.of(at(2)),
                                    Optional.of(at(6)),
                                    Optional.of(at(7)),
                                    Optional.of(at(8)),
                                    Optional.of(at(8)),
                                    OptionalInt.of(3),
                                    Optional.of("order"),
                                    OptionalInt.of(2),
                                    Optional.of("done"),
                                    "finished"));
            assertThat(views.deskEvents()).isEqualTo(7);
            assertThat(views.applied()).isEqualTo(9);
        }
    }

    @Test
    void followAVisitThatIsSentAroundAndGetsOneMoreService(@TempDir Path folder) throws Exception {
        happens(new Event.DeskOpened(DESK_3, List.of(ID), List.of()));
        happens(ticket(47, ID));
        happens(new Event.TicketHanded(AIGERIM, Handing.PRINTED, Code.NONE));
        happens(called(AIGERIM, 0));
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 0)) {
            views.apply(log);
            assertThat(next(views, new Event.DeskTaken(DESK_3, List.of(ID), List.of())))
                    .isEqualTo("waiting");
            next(views, called(AIGERIM, 0));
            next(views, new Event.ServiceStarted(AIGERIM, DESK_3));
            next(views, new Event.ServiceAdded(AIGERIM, DESK_3, SOC, false, false, HASH));
            next(views, new Event.ServiceAdded(AIGERIM, DESK_3, SOC, false, true, HASH));
            var group = new Event.Target.Group(SOC);
            assertThat(next(views, new Event.ServiceTransferred(AIGERIM, DESK_3, group, true)))
                    .isEqualTo("waiting");
            assertThat(row(views, AIGERIM).legs()).isEqualTo(3);
            var aside = new Code("asked-by-citizen");
            assertThat(
                            next(
                                    views,
                                    new Event.ServiceParked(
                                            AIGERIM, Optional.empty(), aside, Optional.empty())))
                    .isEqualTo("parked");
            assertThat(next(views, new Event.ServiceResumed(AIGERIM, DESK_3))).isEqualTo("waiting");
            assertThat(row(views, AIGERIM).ended()).isEmpty();
            next(views, new Event.ServiceDirect(DESK_3, "demo-1", 1, 1, DONE));
            assertThat(views.deskEvents()).isEqualTo(10);
        }
    }

    /// @return the state of the first visit once the event is in the views
    private String next(Views views, Event event) throws Exception {
        happens(event);
        views.apply(log.subList(log.size() - 1, log.size()));
        return row(views, AIGERIM).state();
    }

    @Test
    void takeAWithdrawnCallBackAndServeThePreviousVisitAgain(@TempDir Path folder)
            throws Exception {
        happens(new Event.DeskOpened(DESK_3, List.of(ID), List.of()));
        happens(ticket(47, ID));
        happens(ticket(48, ID));
        happens(new Event.ServiceStarted(AIGERIM, DESK_3));
        happens(new Event.ServiceFinished(AIGERIM, DESK_3, DONE));
        happens(called(DAUREN, 0));
        happens(new Event.CallWithdrawn(DAUREN, DESK_3, 5, new Previous.Was(AIGERIM)));

        try (var views = Views.open(folder.resolve("views"), ORIGIN, 0)) {
            views.apply(log);

            assertThat(row(views, DAUREN).state()).isEqualTo("waiting");
            assertThat(row(views, DAUREN).called()).isEmpty();
            assertThat(row(views, AIGERIM).state()).isEqualTo("serving");
            assertThat(row(views, AIGERIM).finished()).isEmpty();
            assertThat(row(views, AIGERIM).ended()).isEmpty();
        }
    }

    @Test
    void knowTheOtherWaysOutOfTheQueue(@TempDir Path folder) throws Exception {
        happens(new Event.DeskOpened(DESK_3, List.of(ID), List.of()));
        happens(ticket(47, ID));
        happens(ticket(48, ID));
        happens(ticket(49, ID));
        happens(ticket(50, ID));
        happens(new Event.TicketVoided(AIGERIM));
        happens(new Event.TicketLeft(DAUREN, Leaving.CITIZEN));
        happens(new Event.CallUnanswered(new VisitId(3), DESK_3));
        happens(new Event.GroundNotShown(new VisitId(4), DESK_3, NINE));
        happens(new Event.TicketHanded(AIGERIM, Handing.FAILED, new Code("paper-out")));

        try (var views = Views.open(folder.resolve("views"), ORIGIN, 0)) {
            views.apply(log);

            assertThat(row(views, AIGERIM).state()).isEqualTo("void");
            assertThat(row(views, AIGERIM).handed()).isEmpty();
            assertThat(row(views, DAUREN).state()).isEqualTo("left");
            assertThat(row(views, new VisitId(3)).state()).isEqualTo("no-show");
            assertThat(row(views, new VisitId(4)).state()).isEqualTo("waiting");

            happens(new Event.TicketHanded(AIGERIM, Handing.PRINTED, Code.NONE));
            happens(new Event.TicketRestored(AIGERIM));
            views.apply(log.subList(10, 12));
            assertThat(row(views, AIGERIM).state()).isEqualTo("waiting");
            assertThat(row(views, AIGERIM).ended()).isEmpty();
        }
    }

    @Test
    void goOnWhereTheyStoppedAfterARestart(@TempDir Path folder) throws Exception {
        threeTickets();
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 3)) {
            views.apply(log.subList(0, 2));
        }
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 3)) {
            assertThat(views.applied()).isEqualTo(2);
            assertThat(ViewFollower.catchUp(views, this::from, 3)).isEqualTo(3);
            assertThat(row(views, DAUREN).number()).isEqualTo("K049");
        }
    }

    @Test
    void takeNoEntryTwiceAndLeaveNoneOut(@TempDir Path folder) throws Exception {
        threeTickets();
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 3)) {
            views.apply(log.subList(0, 1));

            assertThatThrownBy(() -> views.apply(log.subList(0, 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> views.apply(log.subList(2, 3)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keepNothingOfAGroupThatFails(@TempDir Path folder) throws Exception {
        threeTickets();
        log.add(2, log.get(1));
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 4)) {
            assertThatThrownBy(() -> views.apply(log)).isInstanceOf(SQLException.class);

            assertThat(views.applied()).isZero();
            assertThat(views.visit(new VisitId(0))).isEmpty();
        }
    }

    @Test
    void areMadeAgainWhenTheyKnowMoreThanTheLog(@TempDir Path folder) throws Exception {
        filled(folder);
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 2)) {
            assertThat(views.applied()).isZero();
            assertThat(views.visit(AIGERIM)).isEmpty();
        }
    }

    @Test
    void areMadeAgainWhenTheyBelongToAnotherLog(@TempDir Path folder) throws Exception {
        filled(folder);
        try (var views = Views.open(folder.resolve("views"), ORIGIN + "2", 3)) {
            assertThat(views.applied()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE view_state SET version = 999",
                "DELETE FROM view_state",
                "DROP TABLE visits; UPDATE view_state SET version = 0",
            })
    void areMadeAgainWhenTheyHaveAnotherForm(String change, @TempDir Path folder) throws Exception {
        filled(folder);
        try (var database = Database.file(folder.resolve("views"))) {
            database.durably(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute(change);
                }
            });
        }
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 3)) {
            assertThat(views.applied()).isZero();
            assertThat(ViewFollower.catchUp(views, this::from, 3)).isEqualTo(3);
            assertThat(row(views, AIGERIM).number()).isEqualTo("K048");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_096})
    void areMadeAgainWhenTheirFileIsDamaged(int kept, @TempDir Path folder) throws Exception {
        filled(folder);
        var file = folder.resolve("views.mv.db");
        var bytes = Files.readAllBytes(file);
        for (int i = kept; i < bytes.length; i++) {
            bytes[i] = (byte) 0xA5;
        }
        Files.write(file, bytes);

        try (var views = Views.open(folder.resolve("views"), ORIGIN, 3)) {
            assertThat(ViewFollower.catchUp(views, this::from, 3)).isEqualTo(3);
            assertThat(row(views, AIGERIM).number()).isEqualTo("K048");
        }
    }

    @Test
    void areMadeAgainByOneCommand(@TempDir Path folder) throws Exception {
        filled(folder);
        try (var views = Views.remade(folder.resolve("views"), ORIGIN)) {
            assertThat(views.applied()).isZero();
            assertThat(ViewFollower.catchUp(views, this::from, 3)).isEqualTo(3);
        }
    }

    @Test
    void areNotTakenAwayFromAServerThatRuns(@TempDir Path folder) throws Exception {
        filled(folder);
        var file = folder.resolve("views");
        try (var running = FileChannel.open(Path.of(file + ".mv.db"), StandardOpenOption.WRITE);
                var lock = running.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> Views.open(file, ORIGIN, 3).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("another process");
            assertThatThrownBy(() -> Views.remade(file, ORIGIN).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("another process");
        }
        try (var views = Views.open(file, ORIGIN, 3)) {
            assertThat(views.applied()).isEqualTo(3);
        }
    }

    @Test
    void followTheLogOnAThreadOfTheirOwn(@TempDir Path folder) throws Exception {
        threeTickets();
        var allApplied = new CountDownLatch(4);
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 3)) {
            LongFunction<List<Entry>> oneByOne =
                    index -> {
                        allApplied.countDown();
                        return from(index).stream().limit(1).toList();
                    };
            try (var follower = new ViewFollower(views, oneByOne)) {
                follower.start();
                allApplied.await();
            }
            assertThat(views.applied()).isEqualTo(3);
        }
    }

    private void filled(Path folder) throws SQLException {
        threeTickets();
        try (var views = Views.open(folder.resolve("views"), ORIGIN, 3)) {
            views.apply(log);
        }
    }

    private void threeTickets() {
        happens(ticket(47, ID));
        happens(ticket(48, ID));
        happens(ticket(49, SOC));
    }

    private List<Entry> from(long index) {
        return log.subList((int) Math.min(index, log.size()), log.size());
    }

    private void happens(Event event) {
        long index = log.size();
        log.add(
                new Entry(
                        index,
                        at(index),
                        OPERATOR,
                        0,
                        new RequestId(new UUID(0, index)),
                        0,
                        event));
    }

    private static Event ticket(int ordinal, GroupCode... groups) {
        return new Event.TicketIssued(
                new TicketNumber('K', ordinal),
                List.of(groups),
                NINE,
                Touch.KEPT,
                NINE,
                0,
                NINE,
                "demo-1",
                "c".repeat(43),
                Optional.empty());
    }

    private static Event called(VisitId visit, int overtaken) {
        return new Event.CallMade(
                visit, DESK_3, Rule.ORDER, "demo-1", overtaken + 1, overtaken, Code.NONE, false);
    }

    private static Instant at(long index) {
        return NINE.plus(Duration.ofSeconds(index));
    }

    private static VisitRow row(Views views, VisitId visit) throws SQLException {
        return views.visit(visit).orElseThrow();
    }
}
