package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.Sorted;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.Totals;
import kz.adalkezek.queue.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Days whose closing says something else than the day itself: each total, and each clock.
class LyingDayTest {

    private final Town town = Town.open();

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of(
                        "totals.issuedByGroup.SOC is 3 but by the law 2",
                        new Totals(one(Town.SOC, 3), one(Town.SOC, 1), kiosk(2), desk(1), desk(1))),
                Arguments.of(
                        "totals.servedByGroup.SOC is 2 but by the law 1",
                        new Totals(one(Town.SOC, 2), one(Town.SOC, 2), kiosk(2), desk(1), desk(1))),
                Arguments.of(
                        "totals.issuedByTaker.k1 is 1 but by the law 2",
                        new Totals(one(Town.SOC, 2), one(Town.SOC, 1), kiosk(1), desk(1), desk(1))),
                Arguments.of(
                        "totals.calledByDesk.3 is 7 but by the law 1",
                        new Totals(one(Town.SOC, 2), one(Town.SOC, 1), kiosk(2), desk(7), desk(1))),
                Arguments.of(
                        "totals.servedByDesk.3 is 9 but by the law 1",
                        new Totals(
                                one(Town.SOC, 2), one(Town.SOC, 1), kiosk(2), desk(1), desk(9))));
    }

    private static <K extends Comparable<K>> Sorted<K, Integer> one(K key, int count) {
        return Sorted.<K, Integer>empty().put(key, count);
    }

    private static Sorted<String, Integer> kiosk(int count) {
        return one("k1", count);
    }

    private static Sorted<DeskId, Integer> desk(int count) {
        return one(Town.DESK_3, count);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void namesATotalThatTheLogDoesNotGive(String why, Totals totals, @TempDir Path data) {
        town.takes(Town.SOC);
        var bolat = town.takes(Town.SOC);
        town.callsNext();
        town.starts();
        town.finishes();
        assertThat(town.line().totals())
                .isEqualTo(
                        new Totals(one(Town.SOC, 2), one(Town.SOC, 1), kiosk(2), desk(1), desk(1)));
        closes(totals, bolat);
        var said = verified(data);
        assertThat(said.out()).contains("(day.closed): " + why + ".");
        assertThat(said.code()).isEqualTo(Verify.LAW_BROKEN);
    }

    private void closes(Totals totals, VisitId... waiting) {
        var left =
                Stream.of(waiting)
                        .<Event>map(v -> new Event.TicketLeft(v, Event.Leaving.DAY_CLOSED))
                        .toList();
        var events =
                Stream.of(
                                List.<Event>of(
                                        new Event.DeskClosed(Town.DESK_3, Code.NONE),
                                        new Event.DeskClosed(Town.DESK_5, Code.NONE)),
                                left,
                                List.<Event>of(
                                        new Event.DayClosed(Town.MONDAY, totals, Opened.NONE)))
                        .flatMap(List::stream);
        town.forges(Actor.BRANCH, events.toArray(Event[]::new));
    }

    private Said verified(Path data) {
        LogFolder.branch(data, town.log());
        return Said.verify(data);
    }

    /// The arrival is forged too, which is a breach of its own; so is the time that it makes.
    @Test
    void namesAVisitWhoseClockRanBackwards(@TempDir Path data) {
        var future = town.now().plus(Duration.ofHours(1));
        long index =
                town.forges(
                        Town.K1,
                        new Event.TicketIssued(
                                new TicketNumber('K', 1),
                                List.of(Town.SOC),
                                future,
                                Event.Touch.KEPT,
                                future,
                                0,
                                future,
                                "test-1",
                                Town.COMMITMENT,
                                Optional.empty()));
        town.handed(new VisitId(index));
        town.passes(1);
        town.closesDay();
        long closed = town.line().size() - 1;
        assertThat(verified(data).out())
                .contains(
                        "Entry %d (day.closed): the clocks of K001 (visit %d) do not add up"
                                .formatted(closed, index));
    }

    @Test
    void tellsHowLongPeopleWaited(@TempDir Path data) {
        town.takes(Town.SOC);
        town.takes(Town.SOC);
        town.passes(Duration.ofSeconds(90));
        town.callsNext();
        town.starts();
        town.passes(3);
        town.callsNext();
        town.starts();
        town.passes(2);
        town.finishes();
        town.passes(4);
        town.closesDay();
        assertThat(verified(data).out())
                .contains("2026-11-23 all              ", "     2    3:00    1:30    4:30    4:30")
                .contains("Clocks:     waiting 0 h 06 min, walking 0 h 00 min, service 0 h 05 min,")
                .contains("desks after visits 0 h 04 min")
                .contains("Rules:      policy test-1 from 2026-11-23 09:00:00 +05:00, published by")
                .contains("Rules:      catalogue test-1 from ");
    }
}
