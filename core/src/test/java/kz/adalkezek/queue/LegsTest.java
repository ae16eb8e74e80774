package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// A visit of several legs, done in the order that the citizen chose.
class LegsTest {

    private final Day day = new Day();

    @Test
    void waitInTheNextGroupFromTheEndOfTheLegBefore() {
        day.desk(5).opens("ID");
        var aigerim = day.takesLegs("SOC", "ID");
        day.passes(3);
        day.desk(3).serves();
        assertThat(day.desk(5).asksNext()).isInstanceOf(Nothing.class);
        day.passes(4);
        day.desk(3).finishes();
        assertThat(day.waitsSinceMinute(aigerim)).isEqualTo(7);
        assertThat(day.visit(aigerim).fair()).isEqualTo(Day.NINE);
        assertThat(day.desk(5).callsNext()).isEqualTo(aigerim);
        day.desk(5).starts();
        day.desk(5).finishes();
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Stage.Finished());
    }

    @Test
    void stayAtTheDeskWhoseOwnGroupComesNext() {
        day.desk(5).opens("SOC", "ID");
        var aigerim = day.takesLegs("SOC", "ID");
        day.takes("SOC");
        day.desk(5).serves();
        assertThat(events(day.desk(5).asksNext()))
                .containsExactly(
                        new Event.ServiceFinished(aigerim, new DeskId(5), Code.NONE),
                        new Event.ServiceStarted(aigerim, new DeskId(5)));
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Stage.Serving(new DeskId(5)));
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.ID);
    }

    @Test
    void overtakeNobodyByStaying() {
        day.desk(5).opens("SOC", "ID");
        var early = day.takes("ID");
        day.passes(1);
        day.takesLegs("SOC", "ID");
        day.desk(3).serves();
        assertThat(day.visit(early).overtakes()).isEmpty();
        day.desk(3).closes("");
    }

    @Test
    void doNotStayAfterFinishAlone() {
        day.desk(5).opens("SOC", "ID");
        var aigerim = day.takesLegs("SOC", "ID");
        day.desk(5).serves();
        day.desk(5).finishes();
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Stage.Waiting(Day.NINE));
    }

    @Test
    void doNotStayForASecondaryGroup() {
        var aigerim = day.takesLegs("SOC", "EMP");
        day.passes(11);
        day.desk(3).serves();
        assertThat(events(day.desk(3).asksNext())).hasSize(1);
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.EMP);
        day.passesMillis(10 * 60_000 - 1);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passesMillis(1);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void areCalledAgainAtOnceWhereASecondaryGroupIsHelpedAtOnce() {
        var helping = new Day(SamplePolicy.helpingAfter("test-1", 0));
        var aigerim = helping.takesLegs("SOC", "EMP");
        helping.desk(3).serves();
        assertThat(events(helping.desk(3).asksNext()))
                .extracting(EventCodec::type)
                .containsExactly("service.finished", "call.made");
        assertThat(helping.visit(aigerim).stage()).isInstanceOf(Stage.Called.class);
    }

    @Test
    void keepTheOvertakesOfTheLegsBefore() {
        day.desk(5).opensWith(List.of("ID"), List.of());
        var aigerim = day.takesLegs("SOC", "ID");
        day.passes(1);
        day.takesWithCredit("SOC", 30);
        day.desk(3).callsNext();
        day.desk(3).records(true);
        day.desk(3).starts();
        day.desk(3).serves();
        day.desk(3).finishes();
        assertThat(day.visit(aigerim).stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(day.visit(aigerim).lawfulOvertakes()).isEqualTo(1);
    }
}
