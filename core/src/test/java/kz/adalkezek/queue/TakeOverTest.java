package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// Another operator goes on at a counter.
class TakeOverTest {

    private static final DeskId DESK = new DeskId(3);
    private static final Actor DANA = Day.operator(8);

    private final Day day = new Day();

    @Test
    void givesTheCounterToTheOtherWithOtherGroups() {
        assertThat(events(day.desk(3).isTakenBy(DANA, "ID")))
                .containsExactly(new Event.DeskTaken(DESK, List.of(Day.ID), List.of()));
        assertThat(day.line().hall().known(DESK).by()).isEqualTo(DANA);
        assertThat(day.line().hall().known(DESK).primary()).containsExactly(Day.ID);
        assertThat(why(day.desk(3).asksNext())).isEqualTo(Refusal.DESK_OF_ANOTHER);
        assertThat(day.desk(3).isTakenBy(DANA, "ID")).isInstanceOf(Nothing.class);
    }

    @Test
    void letsWhoWasCalledWaitFromNowAndKeepsTheOvertakes() {
        var early = day.takes("SOC");
        day.passes(1);
        var aigerim = day.takesWithCredit("SOC", 30);
        day.desk(3).callsNext();
        day.passes(1);
        day.desk(3).isTakenBy(DANA, "SOC");
        assertThat(day.waitsSinceMinute(aigerim)).isEqualTo(2);
        assertThat(day.visit(early).lawfulOvertakes()).isEqualTo(1);
        assertThat(day.desk(3).work()).isEqualTo(new Work.Ready());
    }

    @Test
    void servesOnWhoWasServed() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).pauses("lunch");
        day.desk(3).isTakenBy(DANA, "SOC");
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Stage.Serving(DESK));
        var finish = new Command.FinishService(day.request(), DANA, DESK, new Code("accepted"));
        assertThat(events(day.asks(finish))).hasSize(1);
    }

    @Test
    void endsTheBarOfAnUndoAndAPause() {
        day.takes("SOC");
        day.desk(3).callsNext();
        day.desk(3).undoes();
        day.desk(3).isTakenBy(DANA, "SOC");
        assertThat(day.asks(new Command.CallNext(day.request(), DANA, DESK)))
                .isInstanceOf(Accepted.class);
        day.desk(5).opens("ID");
        day.desk(5).pauses("lunch");
        day.desk(5).isTakenBy(Day.operator(9), "ID");
        assertThat(day.desk(5).work()).isEqualTo(new Work.Ready());
    }

    @Test
    void keepsWhatIsHeldForTheCounter() {
        day.desk(5).opens("ID");
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).transfers(5, false);
        day.desk(5).isTakenBy(DANA, "EMP");
        var next = day.asks(new Command.CallNext(day.request(), DANA, new DeskId(5)));
        assertThat(((Event.CallMade) events(next).getFirst()).visit()).isEqualTo(aigerim);
    }

    @Test
    void needsAnOpenDeskAndAnOperatorWithoutOne() {
        assertThat(why(day.desk(5).isTakenBy(DANA, "ID"))).isEqualTo(Refusal.DESK_NOT_OPEN);
        assertThat(why(day.desk(9).isTakenBy(DANA, "ID"))).isEqualTo(Refusal.COUNTER_UNKNOWN);
        assertThat(why(day.desk(3).isTakenBy(DANA, "HEAD"))).isEqualTo(Refusal.GROUP_UNKNOWN);
        assertThat(why(day.desk(3).isTakenBy(DANA))).isEqualTo(Refusal.GROUP_UNKNOWN);
        day.desk(5).opens("ID");
        assertThat(why(day.desk(3).isTakenBy(Day.operator(5), "ID")))
                .isEqualTo(Refusal.OPERATOR_HAS_DESK);
    }
}
