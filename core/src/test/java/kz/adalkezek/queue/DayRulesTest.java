package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.Event.Leaving;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// The frame around the queue: the business day, devices, the log's own time.
class DayRulesTest {

    private static final LocalDate NEXT = LocalDate.of(2026, 11, 24);

    private final Day day = new Day();

    @Test
    void closesTheDayOnceNobodyIsCalledOrServed() {
        day.takes("SOC");
        day.desk(3).callsNext();
        assertThat(why(day.closes())).isEqualTo(Refusal.DAY_NOT_OVER);
        day.desk(3).starts();
        assertThat(why(day.closes())).isEqualTo(Refusal.DAY_NOT_OVER);
        day.desk(3).finishes();
        assertThat(day.closes()).isInstanceOf(Accepted.class);
    }

    @Test
    void endsEverythingInTheRequestOfTheClose() {
        var unanswered = day.takes("SOC");
        day.desk(3).callsNext();
        day.passesSeconds(45);
        day.desk(3).recalls();
        day.passesSeconds(45);
        day.desk(3).marksNoShow();
        var waiting = day.takes("ID");
        var reserved = day.reserves("ID");
        var finished = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).finishes();
        var closed = (Accepted) day.closes();
        assertThat(closed.entries()).extracting(Entry::more).containsExactly(4, 3, 2, 1, 0);
        assertThat(closed.entries())
                .extracting(Entry::request)
                .containsOnly(day.log().getLast().request());
        assertThat(events(closed).subList(0, 4))
                .containsExactly(
                        new Event.DeskClosed(new DeskId(3), Code.NONE),
                        new Event.TicketLeft(unanswered, Leaving.DAY_CLOSED),
                        new Event.TicketLeft(waiting, Leaving.DAY_CLOSED),
                        new Event.TicketVoided(reserved));
        assertThat(day.visit(finished).stage()).isEqualTo(new Stage.Finished());
        assertThat(day.line().people().present()).isZero();
    }

    @Test
    void sumsTheDayUp() {
        day.takes("SOC");
        day.takes("SOC");
        day.asks(day.takenBy(Day.operator(3)));
        day.desk(3).serves();
        day.desk(3).callsNext();
        day.desk(3).undoes();
        day.desk(3).finishes();
        var closed = (Event.DayClosed) events(day.closes()).getLast();
        var desk = new DeskId(3);
        assertThat(closed.totals().issuedByGroup().get(Day.SOC)).contains(3);
        assertThat(closed.totals().servedByGroup().get(Day.SOC)).contains(1);
        assertThat(closed.totals().issuedBy().get("k1")).contains(2);
        assertThat(closed.totals().issuedBy().get("desks")).contains(1);
        assertThat(closed.totals().calledAt().get(desk)).contains(1);
        assertThat(closed.totals().servedAt().get(desk)).contains(1);
    }

    @Test
    void publishesNoCountUnderFive() {
        var chosen = Map.of("ID-CARD", 5, "PASSPORT", 4, "CHILD", 1);
        var closed =
                (Event.DayClosed)
                        events(
                                        day.asks(
                                                new Command.CloseDay(
                                                        day.request(),
                                                        Actor.BRANCH,
                                                        new Opened(chosen, Map.of(), Map.of()))))
                                .getLast();
        assertThat(closed.opened().services()).isEqualTo(Map.of("ID-CARD", 5, Opened.MERGED, 5));
    }

    @Test
    void holdsADayOnce() {
        assertThat(why(day.opens(NEXT))).isEqualTo(Refusal.DAY_ALREADY_OPEN);
        day.closes();
        assertThat(why(day.closes())).isEqualTo(Refusal.DAY_NOT_OPEN);
        assertThat(why(day.opens(LocalDate.of(2026, 11, 23)))).isEqualTo(Refusal.DAY_ALREADY_HELD);
        assertThat(day.opens(NEXT)).isInstanceOf(Accepted.class);
    }

    @Test
    void beginsWithFreshNumbersAndNobodyWaiting() {
        day.takes("SOC");
        day.closes();
        day.opens(NEXT);
        day.desk(3).opens("SOC");
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        assertThat(day.visit(day.reserves("SOC")).number().toString()).isEqualTo("K001");
        assertThat(day.desk(5).opens("SOC")).isInstanceOf(Accepted.class);
    }

    @Test
    void opensNoDeskWhileTheDayIsShut() {
        day.closes();
        assertThat(why(day.desk(3).opens("SOC"))).isEqualTo(Refusal.DAY_NOT_OPEN);
        assertThat(why(day.desk(3).asksNext())).isEqualTo(Refusal.DESK_NOT_OPEN);
    }

    @Test
    void opensADayOnlyUnderAPolicyAndACatalogueInForce() {
        var opens =
                new Command.OpenDay(
                        new RequestId(new java.util.UUID(0, 1)),
                        Actor.BRANCH,
                        NEXT,
                        Map.of(new DeskId(3), Day.HALL));
        var branch = Line.EMPTY;
        assertThat(why(Rules.decide(branch, opens, Day.NINE))).isEqualTo(Refusal.NO_POLICY);
        var later = Day.NINE.plusMillis(1);
        branch =
                branch.after(
                        new Entry(
                                0,
                                Day.NINE,
                                Actor.BRANCH,
                                0,
                                new RequestId(new java.util.UUID(0, 2)),
                                0,
                                new Event.PolicyPublished(later, SamplePolicy.POLICY)));
        assertThat(why(Rules.decide(branch, opens, Day.NINE))).isEqualTo(Refusal.NO_POLICY);
        assertThat(why(Rules.decide(branch, opens, later))).isEqualTo(Refusal.NO_CATALOGUE);
    }

    @Test
    void carriesWhatAReplayNeedsAndItsHash() {
        day.takes("SOC");
        day.closes();
        var opened = (Event.DayOpened) events(day.opens(NEXT)).getFirst();
        assertThat(opened.hash()).isEqualTo(EventCodec.hash(opened.state()));
        assertThat(opened.state().devices()).hasSize(2);
        assertThat(opened.state().counters().get(new DeskId(5))).contains(Day.HALL);
        assertThat(opened.state().policies()).hasSize(1);
    }

    @Test
    void opensTheLogOnce() {
        var again = new Command.OpenLog(day.request(), "example.kz/branch/1", "00", "");
        assertThatThrownBy(() -> day.asks(again)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void enrolsADeviceOnce() {
        var again =
                new Command.EnrolDevice(
                        day.request(),
                        Day.operator(3),
                        new DeviceId("k1"),
                        DeviceKind.KIOSK,
                        Day.HALL);
        assertThat(why(day.asks(again))).isEqualTo(Refusal.DEVICE_KNOWN);
        assertThat(((Event.Refused) day.lastEvent()).command()).isEqualTo(new Code("pair-device"));
    }

    @Test
    void recordsADeviceThatFallsSilentOnce() {
        var here = new Command.StateDevice(day.request(), new DeviceId("b1"), true);
        assertThat(day.asks(here)).isInstanceOf(Accepted.class);
        day.hearsTheBoard(false);
        assertThat(day.lastEvent()).isEqualTo(new Event.DeviceStated(new DeviceId("b1"), false));
        long size = day.line().size();
        day.hearsTheBoard(false);
        assertThat(day.line().size()).isEqualTo(size);
        var stranger = new Command.StateDevice(day.request(), new DeviceId("b9"), true);
        assertThat(why(day.asks(stranger))).isEqualTo(Refusal.DEVICE_UNKNOWN);
    }

    @Test
    void neverLetsTheLogsTimeFallWhenTheWallClockGoesBack() {
        day.passes(10);
        day.takes("SOC");
        var latest = day.line().at();
        day.passes(Duration.ofMinutes(-10));
        var wall = day.now();
        day.asks(new Command.StepClock(day.request(), wall));
        assertThat(day.lastEvent()).isEqualTo(new Event.ClockStepped(wall));
        assertThat(day.line().at()).isEqualTo(latest);
        day.takes("SOC");
        assertThat(day.line().at()).isEqualTo(latest);
        day.passesMillis(10 * 60_000 + 1);
        day.takes("SOC");
        assertThat(day.line().at()).isEqualTo(latest.plusMillis(1));
    }

    @Test
    void countsTheEventsOfADeviceWithoutAHole() {
        day.takes("SOC");
        day.asks(day.takeLegs("HEAD"));
        var visit = day.reserves("SOC");
        day.passes(1);
        day.voids(visit);
        day.handed(visit);
        day.hearsTheBoard(true);
        day.desk(3).callsNext();
        day.boardShows(true);
        day.closes();
        day.opens(NEXT);
        day.takes("SOC");
        assertThat(day.log().stream().filter(it -> it.by().equals(Day.KIOSK)))
                .extracting(Entry::dn)
                .isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
        assertThat(day.log().stream().filter(it -> it.by().equals(Day.BOARD)))
                .extracting(Entry::dn)
                .containsExactly(1L);
    }
}
