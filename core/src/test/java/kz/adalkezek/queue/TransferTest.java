package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A visit goes on elsewhere: in another group, or for one counter alone.
class TransferTest {

    private final Day day = new Day();

    @BeforeEach
    void opensTheOtherCounter() {
        day.desk(5).opens("ID");
    }

    @Test
    void waitsInTheOtherGroupWithItsFairTime() {
        var aigerim = day.takes("SOC");
        day.passes(3);
        day.takes("ID");
        day.desk(3).serves();
        assertThat(events(day.desk(3).transfers("ID", false)))
                .containsExactly(
                        new Event.ServiceTransferred(
                                aigerim, new DeskId(3), new Event.Target.Group(Day.ID), false));
        assertThat(day.desk(3).work()).isEqualTo(new Desk.Work.Ready());
        assertThat(day.waitsSinceMinute(aigerim)).isEqualTo(3);
        assertThat(day.desk(5).callsNext()).isEqualTo(aigerim);
        assertThat(day.visit(aigerim).arrival()).isEqualTo(Day.NINE);
    }

    @Test
    void waitsForOneCounterAloneWhateverItsGroups() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).transfers(5, false);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        assertThat(why(day.desk(3).calls(aigerim, "emergency"))).isEqualTo(Refusal.HELD_ELSEWHERE);
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.SOC);
        assertThat(day.desk(5).call().eligible()).isEqualTo(1);
    }

    @Test
    void waitsInItsGroupAgainOnceThatCounterHasClosed() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).transfers(5, false);
        day.desk(5).closes("");
        day.desk(5).opens("ID");
        assertThat(day.desk(5).asksNext()).isInstanceOf(Nothing.class);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void comesBackToTheSenderBeforeItsOtherLegs() {
        var aigerim = day.takesLegs("SOC", "EMP");
        day.desk(3).serves();
        day.desk(3).transfers("ID", true);
        day.desk(5).serves();
        day.desk(5).finishes();
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.SOC);
        day.desk(5).closes("");
        day.desk(5).opens("SOC");
        assertThat(day.desk(5).asksNext()).isInstanceOf(Nothing.class);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
        day.desk(3).starts();
        day.desk(3).finishes();
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.EMP);
    }

    @Test
    void comesBackToTheGroupIfTheSenderHasClosedMeanwhile() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).transfers("ID", true);
        day.desk(5).serves();
        day.desk(3).closes("");
        day.desk(3).opens("EMP");
        day.desk(5).finishes();
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.desk(5).closes("");
        day.desk(5).opens("SOC");
        assertThat(day.desk(5).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void doesNotStayAtADeskWhenItsNextLegIsHeldElsewhere() {
        day.desk(5).closes("");
        day.desk(5).opens("SOC", "ID");
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).transfers("ID", true);
        day.desk(5).serves();
        assertThat(events(day.desk(5).asksNext()))
                .containsExactly(new Event.ServiceFinished(aigerim, new DeskId(5), Code.NONE));
    }

    @Test
    void keepsItsCounterThroughAParkAndANoShow() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).transfers(5, false);
        day.stepsAside(aigerim);
        day.passes(15);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        assertThat(day.desk(5).misses()).isEqualTo(aigerim);
        day.comesBack(aigerim);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        assertThat(day.desk(5).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void goesNowhereWhereNobodyCouldCallIt() {
        day.takes("SOC");
        assertThat(why(day.desk(3).transfers("ID", false))).isEqualTo(Refusal.NOTHING_SERVED);
        day.desk(3).serves();
        assertThat(why(day.desk(3).transfers("HEAD", false))).isEqualTo(Refusal.GROUP_UNKNOWN);
        assertThat(why(day.desk(3).transfers(9, false))).isEqualTo(Refusal.COUNTER_UNKNOWN);
        day.desk(5).closes("");
        assertThat(why(day.desk(3).transfers(5, false))).isEqualTo(Refusal.TARGET_NOT_OPEN);
        assertThat(day.desk(3).transfers("ID", false)).isInstanceOf(Accepted.class);
    }
}
