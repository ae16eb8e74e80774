package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Desk.Work;
import org.junit.jupiter.api.Test;

/// A ground is taken at the kiosk without proof and shown at the desk before the service starts.
class GroundTest {

    private final Day day = new Day();

    @Test
    void mustBeRecordedBeforeTheStart() {
        day.takesWithCredit("SOC", 15);
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).starts())).isEqualTo(Refusal.GROUND_NOT_RECORDED);
        assertThat(day.desk(3).records(true)).isInstanceOf(Accepted.class);
        assertThat(day.desk(3).starts()).isInstanceOf(Accepted.class);
    }

    @Test
    void takesTheCreditAwayWhenItIsNotShownAndLetsTheVisitWaitAgain() {
        var aigerim = day.takes("SOC");
        day.passes(5);
        var mother = day.takesWithCredit("SOC", 15);
        var came = day.now();
        day.passes(1);
        assertThat(day.desk(3).callsNext()).isEqualTo(mother);
        day.passes(1);
        assertThat(events(day.desk(3).records(false)))
                .containsExactly(new Event.GroundNotShown(mother, new DeskId(3), came));
        assertThat(day.desk(3).work()).isEqualTo(new Work.Ready());
        assertThat(day.visit(mother).fair()).isEqualTo(came);
        assertThat(day.visit(mother).arrival()).isEqualTo(came);
        assertThat(day.waitsSinceMinute(mother)).isEqualTo(7);
        assertThat(day.visit(aigerim).lawfulOvertakes()).isEqualTo(1);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void isRecordedOnceAVisit() {
        day.takesWithCredit("SOC", 15);
        day.desk(3).callsNext();
        day.desk(3).records(false);
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).records(true))).isEqualTo(Refusal.GROUND_RECORDED);
        assertThat(day.desk(3).starts()).isInstanceOf(Accepted.class);
    }

    @Test
    void isNotAskedForAgainOnTheNextLegOrAfterAnUndo() {
        day.desk(5).opens("ID");
        var legs =
                new Command.TakeTicket(
                        day.request(),
                        Day.KIOSK,
                        java.util.List.of(Day.SOC, Day.ID),
                        Command.Touched.UNKNOWN,
                        15,
                        Day.COMMITMENT);
        var mother = day.handed(Day.issued(day.asks(legs)));
        day.desk(3).callsNext();
        day.desk(3).records(true);
        day.desk(3).undoes();
        day.passes(1);
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).records(false))).isEqualTo(Refusal.GROUND_RECORDED);
        day.desk(3).starts();
        day.desk(3).finishes();
        assertThat(day.desk(5).callsNext()).isEqualTo(mother);
        assertThat(day.desk(5).starts()).isInstanceOf(Accepted.class);
    }

    @Test
    void canBeRecordedOnlyWhereItWasClaimed() {
        day.takes("SOC");
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).records(true))).isEqualTo(Refusal.GROUND_NOT_CLAIMED);
    }
}
