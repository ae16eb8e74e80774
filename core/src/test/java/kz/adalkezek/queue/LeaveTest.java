package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Event.Leaving;
import org.junit.jupiter.api.Test;

/// A citizen goes, by token or through a desk.
class LeaveTest {

    private final Day day = new Day();

    @Test
    void isPossibleWhileTheTicketIsReserved() {
        var visit = day.reserves("SOC");
        assertThat(events(day.leaves(Actor.BRANCH, visit)))
                .containsExactly(new Event.TicketLeft(visit, Leaving.CITIZEN));
        assertThat(day.line().people().present()).isZero();
    }

    @Test
    void isPossibleWhileWaiting() {
        var visit = day.takes("SOC");
        assertThat(events(day.leaves(Day.operator(3), visit)))
                .containsExactly(new Event.TicketLeft(visit, Leaving.DESK));
        assertThat(day.desk(3).asksNext()).isInstanceOf(Decision.Nothing.class);
    }

    @Test
    void freesTheDeskThatHasCalled() {
        day.takes("SOC");
        var visit = day.desk(3).callsNext();
        day.leaves(Actor.BRANCH, visit);
        assertThat(day.desk(3).work()).isEqualTo(new Work.Ready());
        assertThat(why(day.desk(3).undoes())).isEqualTo(Refusal.NOTHING_TO_UNDO);
    }

    @Test
    void isImpossibleWhileServedAndOnceFinished() {
        day.takes("SOC");
        var visit = day.desk(3).serves();
        assertThat(why(day.leaves(Day.operator(3), visit))).isEqualTo(Refusal.VISIT_NOT_WAITING);
        day.desk(3).finishes();
        assertThat(why(day.leaves(Day.operator(3), visit))).isEqualTo(Refusal.VISIT_NOT_WAITING);
    }

    @Test
    void isImpossibleOnceVoidUnansweredOrGone() {
        var visit = day.reserves("SOC");
        day.passes(1);
        day.voids(visit);
        assertThat(why(day.leaves(Actor.BRANCH, visit))).isEqualTo(Refusal.VISIT_NOT_WAITING);
        var gone = day.takes("SOC");
        day.leaves(Actor.BRANCH, gone);
        assertThat(why(day.leaves(Actor.BRANCH, gone))).isEqualTo(Refusal.VISIT_NOT_WAITING);
        var unanswered = day.takes("SOC");
        day.desk(3).callsNext();
        day.passesSeconds(45);
        day.desk(3).recalls();
        day.passesSeconds(45);
        assertThat(day.desk(3).marksNoShow()).isInstanceOf(Accepted.class);
        assertThat(why(day.leaves(Actor.BRANCH, unanswered))).isEqualTo(Refusal.VISIT_NOT_WAITING);
    }

    @Test
    void isAskedThroughAnOpenDeskOnly() {
        var visit = day.takes("SOC");
        assertThat(why(day.leaves(Day.operator(5), visit))).isEqualTo(Refusal.DESK_NOT_OPEN);
        assertThat(why(day.leaves(Day.operator(3), new VisitId(4711))))
                .isEqualTo(Refusal.VISIT_UNKNOWN);
    }

    @Test
    void isAskedByTheNumberOnTheTicket() {
        var visit = day.takes("SOC");
        assertThat(why(leavesWith("K002"))).isEqualTo(Refusal.NUMBER_UNKNOWN);
        assertThat(events(leavesWith("K001")))
                .containsExactly(new Event.TicketLeft(visit, Leaving.DESK));
        day.closes();
        day.opens(java.time.LocalDate.of(2026, 11, 24));
        day.desk(3).opens("SOC");
        assertThat(why(leavesWith("K001"))).isEqualTo(Refusal.NUMBER_UNKNOWN);
    }

    private Decision leavesWith(String number) {
        return day.asks(
                new Command.LeaveNumber(
                        day.request(), Day.operator(3), TicketNumber.parse(number)));
    }

    @Test
    void isRefusedToADeviceThatTheLogDoesNotKnow() {
        var visit = day.takes("SOC");
        var stranger = new Actor.Device(new DeviceId("k9"));
        assertThat(why(day.leaves(stranger, visit))).isEqualTo(Refusal.DEVICE_UNKNOWN);
    }
}
