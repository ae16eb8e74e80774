package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Decision.Accepted;
import org.junit.jupiter.api.Test;

/// Taking a ticket: the number, the legs, the limits, who may.
class TicketRulesTest {

    private final Day day = new Day();

    @Test
    void countsNumbersFromOneInEachLetterThoughGroupsShareIt() {
        assertThat(number(day.reserves("SOC"))).isEqualTo("K001");
        assertThat(number(day.reserves("EMP"))).isEqualTo("K002");
        assertThat(number(day.reserves("ID"))).isEqualTo("A001");
        assertThat(number(day.reserves("SOC"))).isEqualTo("K003");
    }

    @Test
    void givesK1000AfterK999() {
        isIssued("K999");
        assertThat(number(day.reserves("SOC"))).isEqualTo("K1000");
    }

    @Test
    void stopsAtTheLastNumberOfALetter() {
        isIssued("K99998");
        assertThat(number(day.reserves("SOC"))).isEqualTo("K99999");
        assertThat(why(day.asks(day.takeLegs("EMP")))).isEqualTo(Refusal.NUMBERS_USED_UP);
        assertThat(day.asks(day.takeLegs("ID"))).isInstanceOf(Accepted.class);
    }

    @Test
    void spendsNoNumberOnARefusal() {
        day.reserves("SOC");
        assertThat(why(day.asks(day.takeLegs("HEAD")))).isEqualTo(Refusal.GROUP_UNKNOWN);
        assertThat(number(day.reserves("SOC"))).isEqualTo("K002");
    }

    @Test
    void takesTheLetterOfTheFirstLeg() {
        assertThat(number(day.takesLegs("ID", "SOC"))).isEqualTo("A001");
    }

    @Test
    void makesOneLegOfNeighboursOfOneGroup() {
        var visit = day.takesLegs("SOC", "SOC", "ID", "SOC");
        assertThat(day.visit(visit).legs())
                .extracting(Visit.Leg::group)
                .containsExactly(Day.SOC, Day.ID, Day.SOC);
    }

    @Test
    void allowsAsManyLegsAsThePolicySays() {
        assertThat(day.asks(day.takeLegs("SOC", "SOC", "ID", "SOC", "ID", "SOC")))
                .isInstanceOf(Accepted.class);
        assertThat(why(day.asks(day.takeLegs("SOC", "ID", "SOC", "ID", "SOC", "ID"))))
                .isEqualTo(Refusal.TOO_MANY_LEGS);
    }

    @Test
    void refusesATicketWhenTheHallIsFull() {
        var full = new Day(SamplePolicy.with(20, new Policy.Limits(10, 2, 5)));
        full.takes("SOC");
        full.reserves("ID");
        assertThat(why(full.asks(full.takeLegs("SOC")))).isEqualTo(Refusal.HALL_FULL);
        full.desk(3).callsNext();
        assertThat(full.asks(full.takeLegs("SOC"))).isInstanceOf(Accepted.class);
    }

    @Test
    void slowsAKioskDownForAMinuteAfterItsTenthTicket() {
        for (int i = 0; i < 10; i++) {
            day.reserves("SOC");
        }
        day.passesMillis(59_999);
        assertThat(why(day.asks(day.takeLegs("SOC")))).isEqualTo(Refusal.KIOSK_TOO_FAST);
        day.passesMillis(1);
        assertThat(day.asks(day.takeLegs("SOC"))).isInstanceOf(Accepted.class);
    }

    @Test
    void slowsNeitherAnotherKioskNorADesk() {
        day.enrols("k2", Event.DeviceKind.KIOSK);
        for (int i = 0; i < 10; i++) {
            day.reserves("SOC");
        }
        assertThat(day.asks(day.takenBy(new Actor.Device(new DeviceId("k2")))))
                .isInstanceOf(Accepted.class);
        assertThat(day.asks(day.takenBy(Day.operator(3)))).isInstanceOf(Accepted.class);
    }

    @Test
    void hasNoLimitWhereThePolicyNamesNone() {
        var unlimited =
                new Day(
                        SamplePolicy.with(
                                20,
                                new Policy.Limits(
                                        Policy.UNLIMITED, Policy.UNLIMITED, Policy.UNLIMITED)));
        for (int i = 0; i < 500; i++) {
            assertThat(unlimited.asks(unlimited.takeLegs("SOC", "ID", "SOC", "ID", "SOC", "ID")))
                    .isInstanceOf(Accepted.class);
        }
    }

    @Test
    void knowsACreditOnlyIfSomeGroundGivesIt() {
        assertThat(day.asks(day.take(day.request(), "SOC", 15))).isInstanceOf(Accepted.class);
        assertThat(why(day.asks(day.take(day.request(), "SOC", 14))))
                .isEqualTo(Refusal.GROUND_UNKNOWN);
        assertThatThrownBy(() -> day.take(day.request(), "SOC", -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fixesCreditAndFairTimeByThePolicyInForce() {
        var ticket =
                (Event.TicketIssued)
                        events(day.asks(day.take(day.request(), "SOC", 30))).getFirst();
        assertThat(ticket.fair()).isEqualTo(Day.NINE.minusSeconds(30 * 60));
        assertThat(ticket.claim()).isEqualTo(ticket.arrival()).isEqualTo(Day.NINE);
        assertThat(ticket.policy()).isEqualTo("test-1");
    }

    @Test
    void givesTicketsToKiosksAndOpenDesksAlone() {
        assertThat(why(day.asks(day.takenBy(Day.BOARD)))).isEqualTo(Refusal.DEVICE_OF_ANOTHER_KIND);
        assertThat(why(day.asks(day.takenBy(Day.operator(5))))).isEqualTo(Refusal.DESK_NOT_OPEN);
        assertThat(day.asks(day.takenBy(Day.operator(3)))).isInstanceOf(Accepted.class);
    }

    @Test
    void recordsNoRefusalForTheBranchOrADeviceThatTheLogDoesNotKnow() {
        long size = day.line().size();
        var stranger = new Actor.Device(new DeviceId("k9"));
        assertThat(why(day.asks(day.takenBy(stranger)))).isEqualTo(Refusal.DEVICE_UNKNOWN);
        assertThat(why(day.asks(day.takenBy(Actor.BRANCH)))).isEqualTo(Refusal.DEVICE_UNKNOWN);
        assertThat(day.line().size()).isEqualTo(size);
    }

    @Test
    void recordsARefusalToAKnownDeviceUnderItsOwnDn() {
        long dn = day.line().hall().devices().get(new DeviceId("k1")).orElseThrow().dn();
        day.asks(day.takeLegs("HEAD"));
        var entry = day.log().getLast();
        assertThat(entry.event())
                .isEqualTo(new Event.Refused(new Code("take"), Refusal.GROUP_UNKNOWN));
        assertThat(entry.by()).isEqualTo(Day.KIOSK);
        assertThat(entry.dn()).isEqualTo(dn + 1);
    }

    @Test
    void takesNoTicketWhileTheDayIsShut() {
        day.closes();
        assertThat(why(day.asks(day.takeLegs("SOC")))).isEqualTo(Refusal.DAY_NOT_OPEN);
    }

    @Test
    void neverHearsOfAVisitWithoutALeg() {
        assertThatThrownBy(() -> day.takeLegs()).isInstanceOf(IllegalArgumentException.class);
    }

    private String number(VisitId visit) {
        return day.visit(visit).number().toString();
    }

    private void isIssued(String number) {
        Instant at = day.line().at();
        day.happens(
                Day.operator(3),
                0,
                new Event.TicketIssued(
                        TicketNumber.parse(number),
                        List.of(Day.SOC),
                        at,
                        Event.Touch.KEPT,
                        at,
                        0,
                        at,
                        "test-1",
                        Day.COMMITMENT,
                        Optional.empty()));
    }
}
