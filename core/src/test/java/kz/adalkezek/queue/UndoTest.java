package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Event.Previous;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// A call taken back: the called visit waits again, the previous one is served again.
class UndoTest {

    private final Day day = new Day();

    @Test
    void putsTheCalledVisitBackWhereItWas() {
        var aigerim = day.takes("SOC");
        day.passes(7);
        day.desk(3).callsNext();
        long call = day.log().getLast().index();
        day.passesSeconds(2);
        assertThat(events(day.desk(3).undoes()))
                .containsExactly(
                        new Event.CallWithdrawn(aigerim, new DeskId(3), call, Previous.NOBODY));
        assertThat(day.waitsSinceMinute(aigerim)).isZero();
        assertThat(day.desk(3).work()).isEqualTo(new Work.Ready());
    }

    @Test
    void isPossibleForFiveSecondsAndNoLonger() {
        day.takes("SOC");
        day.desk(3).callsNext();
        day.passesMillis(5_000);
        assertThat(day.desk(3).undoes()).isInstanceOf(Accepted.class);

        day.takes("SOC");
        day.passes(1);
        day.desk(5).opens("SOC");
        day.desk(5).callsNext();
        day.passesMillis(5_001);
        assertThat(why(day.desk(5).undoes())).isEqualTo(Refusal.UNDO_TOO_LATE);
    }

    @Test
    void isPossibleOnceAVisitAndDesk() {
        day.takes("SOC");
        day.desk(3).callsNext();
        day.desk(3).undoes();
        day.passesSeconds(5);
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).undoes())).isEqualTo(Refusal.UNDO_USED);
    }

    @Test
    void isPossibleOnceAgainAtAnotherDesk() {
        day.takes("SOC");
        day.desk(5).opens("SOC");
        day.desk(3).callsNext();
        day.desk(3).undoes();
        day.desk(5).callsNext();
        assertThat(day.desk(5).undoes()).isInstanceOf(Accepted.class);
    }

    @Test
    void staysUsedUpThoughTheCounterIsOpenedAnew() {
        day.takes("SOC");
        day.desk(3).callsNext();
        day.desk(3).undoes();
        day.desk(3).closes("");
        day.desk(3).opens("SOC");
        assertThat(why(day.desk(3).asksNext())).isEqualTo(Refusal.UNDO_PAUSE);
        day.passesSeconds(5);
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).undoes())).isEqualTo(Refusal.UNDO_USED);
    }

    @Test
    void keepsTheDeskFromCallingForFiveSecondsAndNoOther() {
        day.takes("SOC");
        day.desk(5).opens("SOC");
        day.desk(3).callsNext();
        day.desk(3).undoes();
        day.passesMillis(4_999);
        assertThat(why(day.desk(3).asksNext())).isEqualTo(Refusal.UNDO_PAUSE);
        assertThat(day.desk(5).asksNext()).isInstanceOf(Accepted.class);
        day.takes("SOC");
        day.passesMillis(1);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Accepted.class);
    }

    @Test
    void withdrawsTheOvertakesOfTheCallAndNoOthers() {
        var aigerim = day.takes("SOC");
        day.passes(1);
        day.takesWithCredit("SOC", 30);
        day.takesWithCredit("SOC", 30);
        day.desk(3).serves();
        day.desk(3).callsNext();
        assertThat(day.visit(aigerim).lawfulOvertakes()).isEqualTo(2);
        day.desk(3).undoes();
        assertThat(day.visit(aigerim).lawfulOvertakes()).isEqualTo(1);
    }

    @Test
    void servesThePreviousVisitAgain() {
        var aigerim = day.takes("SOC");
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).callsNext();
        var undone = (Event.CallWithdrawn) events(day.desk(3).undoes()).getFirst();
        assertThat(undone.previous()).isEqualTo(new Previous.Was(aigerim));
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Stage.Serving(new DeskId(3)));
        assertThat(day.desk(3).work()).isEqualTo(new Work.Serving(aigerim));
        assertThat(day.line().totals().servedAt()).isEqualTo(Sorted.empty());
        assertThat(day.line().totals().calledAt().get(new DeskId(3))).contains(1);
    }

    @Test
    void namesNoPreviousVisitThatAnotherCommandHadFinished() {
        day.takes("SOC");
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).finishes();
        day.desk(3).callsNext();
        var undone = (Event.CallWithdrawn) events(day.desk(3).undoes()).getFirst();
        assertThat(undone.previous()).isEqualTo(Previous.NOBODY);
    }

    @Test
    void takesThePreviousVisitBackFromItsNextLeg() {
        var aigerim = day.takesLegs("SOC", "ID");
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).callsNext();
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.ID);
        day.desk(3).undoes();
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.SOC);
        day.desk(3).finishes();
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.ID);
    }

    @Test
    void isRefusedWhenThePreviousVisitIsCalledElsewhere() {
        previousWaitsForDesk5();
        day.desk(5).callsNext();
        assertThat(why(day.desk(3).undoes())).isEqualTo(Refusal.UNDO_PREVIOUS_MOVED);
    }

    @Test
    void isRefusedWhenThePreviousVisitWasCalledElsewhereThoughThatWasUndone() {
        previousWaitsForDesk5();
        day.desk(5).callsNext();
        day.desk(5).undoes();
        assertThat(why(day.desk(3).undoes())).isEqualTo(Refusal.UNDO_PREVIOUS_MOVED);
    }

    @Test
    void isRefusedWhenThePreviousVisitHasLeft() {
        var aigerim = previousWaitsForDesk5();
        day.leaves(Actor.BRANCH, aigerim);
        assertThat(why(day.desk(3).undoes())).isEqualTo(Refusal.UNDO_PREVIOUS_MOVED);
    }

    @Test
    void isRefusedWhenTheCallWasForTheNextLegOfThePreviousVisitItself() {
        var helping = new Day(SamplePolicy.helpingAfter("test-1", 0));
        var aigerim = helping.takesLegs("SOC", "EMP");
        helping.desk(3).serves();
        assertThat(helping.desk(3).callsNext()).isEqualTo(aigerim);
        assertThat(why(helping.desk(3).undoes())).isEqualTo(Refusal.UNDO_PREVIOUS_MOVED);
    }

    @Test
    void comesBeforeTheStart() {
        day.takes("SOC");
        day.desk(3).serves();
        assertThat(why(day.desk(3).undoes())).isEqualTo(Refusal.NOTHING_TO_UNDO);
    }

    @Test
    void barsACallAfterTheVisitThatIsServedAgain() {
        day.takes("SOC");
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).callsNext();
        day.desk(3).undoes();
        assertThat(why(day.desk(3).asksNext())).isEqualTo(Refusal.UNDO_PAUSE);
        assertThat(day.desk(3).finishes()).isInstanceOf(Accepted.class);
    }

    /// Desk 3 has finished the first leg of the visit and called another; desk 5 could call it.
    private VisitId previousWaitsForDesk5() {
        day.desk(5).opensWith(List.of("ID"), List.of());
        var aigerim = day.takesLegs("SOC", "ID");
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).callsNext();
        return aigerim;
    }
}
