package kz.adalkezek.queue;

import static kz.adalkezek.queue.Event.Rule.LIMIT;
import static kz.adalkezek.queue.Event.Rule.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.adalkezek.queue.Decision.Nothing;
import org.junit.jupiter.api.Test;

/// Whom a desk calls: by order, with a ground's credit, for the neighbour, by the limit.
class ChoiceTest {

    private final Day day = new Day();

    @Test
    void callsTheSmallerVisitAmongThoseOfOneInstant() {
        var aigerim = day.takes("SOC");
        day.takes("SOC");
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void callsByArrivalThoughTheTicketIsHandedLater() {
        var bolat = day.reserves("SOC");
        day.passes(1);
        day.takes("SOC");
        day.handed(bolat);
        assertThat(day.desk(3).callsNext()).isEqualTo(bolat);
    }

    @Test
    void letsACreditPassTheOneWhoCameExactlyItsMinutesBefore() {
        var late = day.takes("SOC");
        day.passes(15);
        var mother = day.takesWithCredit("SOC", 15);
        assertThat(day.visit(mother).fair()).isEqualTo(day.visit(late).fair());
        assertThat(day.desk(3).callsNext()).isEqualTo(late);

        var other = new Day();
        other.passesMillis(1);
        other.takes("SOC");
        other.passesMillis(15 * 60_000 - 1);
        var first = other.takesWithCredit("SOC", 15);
        assertThat(other.desk(3).callsNext()).isEqualTo(first);
    }

    @Test
    void namesHowManyCouldBeCalledAndHowManyAreOvertaken() {
        day.takes("SOC");
        day.takes("SOC");
        day.takes("ID");
        day.passes(1);
        day.takesWithCredit("SOC", 30);
        var call = day.desk(3).call();
        assertThat(call.eligible()).isEqualTo(3);
        assertThat(call.overtaken()).isEqualTo(2);
        assertThat(call.rule()).isEqualTo(ORDER);
        assertThat(call.policy()).isEqualTo("test-1");
        assertThat(call.reason()).isEqualTo(Code.NONE);
    }

    @Test
    void overtakesNobodyWhoHasTheSameClaim() {
        day.takes("SOC");
        day.takesWithCredit("SOC", 15);
        assertThat(day.desk(3).call().overtaken()).isZero();
    }

    @Test
    void callsNobodyOfAGroupThatTheDeskLacks() {
        day.takes("ID");
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
    }

    @Test
    void helpsASecondaryGroupOnceAVisitHasWaitedLongEnough() {
        var neighbour = day.takes("EMP");
        day.passesMillis(10 * 60_000 - 1);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passesMillis(1);
        assertThat(day.desk(3).callsNext()).isEqualTo(neighbour);
    }

    @Test
    void countsTheWaitForHelpFromTheHandOverNotFromTheArrival() {
        var neighbour = day.reserves("EMP");
        day.passes(9);
        day.handed(neighbour);
        day.passes(9);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passes(1);
        assertThat(day.desk(3).callsNext()).isEqualTo(neighbour);
    }

    @Test
    void overtakesNobodyOfASecondaryGroupBeforeItsTime() {
        day.takes("EMP");
        day.passes(9);
        day.takes("SOC");
        assertThat(day.desk(3).call().overtaken()).isZero();
        assertThat(day.desk(3).asksNext()).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void countsAGroupOnceThoughADeskNamesItTwice() {
        day.desk(5).opensWith(List.of("ID", "ID"), List.of("ID", "EMP", "EMP"));
        day.takes("ID");
        var employed = day.takes("EMP");
        day.passes(10);
        day.takes("ID");
        day.takesWithCredit("ID", 30);
        var call = day.desk(5).call();
        assertThat(call.eligible()).isEqualTo(4);
        assertThat(call.overtaken()).isEqualTo(2);
        assertThat(day.visit(employed).overtakes()).hasSize(1);
    }

    @Test
    void liftsTheEarliestClaimOnceItIsOvertakenAsOftenAsThePolicyAllows() {
        var fair = new Day(SamplePolicy.with(2, new Policy.Limits(0, 0, 5)));
        var aigerim = fair.takes("SOC");
        var bolat = fair.takes("SOC");
        fair.passes(1);
        fair.takesWithCredit("SOC", 30);
        fair.takesWithCredit("SOC", 30);
        fair.takesWithCredit("SOC", 30);
        fair.desk(3).serves();
        fair.desk(3).serves();
        assertThat(fair.log())
                .extracting(Entry::event)
                .filteredOn(Event.CallMade.class::isInstance)
                .allMatch(it -> ((Event.CallMade) it).rule() == ORDER);
        assertThat(fair.visit(bolat).lawfulOvertakes()).isEqualTo(2);
        var lifted = fair.desk(3).call();
        assertThat(lifted.rule()).isEqualTo(LIMIT);
        assertThat(lifted.visit()).isEqualTo(aigerim);
        fair.desk(3).starts();
        assertThat(fair.desk(3).callsNext()).isEqualTo(bolat);
    }

    @Test
    void liftsNobodyWhomTheDeskMayNotCallYet() {
        var fair = new Day(SamplePolicy.with(1, new Policy.Limits(0, 0, 5)));
        fair.desk(5).opens("EMP");
        fair.takes("EMP");
        fair.passes(1);
        fair.takesWithCredit("EMP", 30);
        fair.desk(5).callsNext();
        var own = fair.takes("SOC");
        assertThat(fair.desk(3).call().visit()).isEqualTo(own);
    }

    @Test
    void countsNoOverrideTowardsTheLimit() {
        var fair = new Day(SamplePolicy.with(1, new Policy.Limits(0, 0, 5)));
        var aigerim = fair.takes("SOC");
        fair.passes(1);
        var bolat = fair.takes("SOC");
        var mother = fair.takesWithCredit("SOC", 30);
        fair.happens(
                Day.operator(3),
                0,
                new Event.CallMade(
                        bolat,
                        new DeskId(3),
                        Event.Rule.OVERRIDE,
                        "test-1",
                        3,
                        1,
                        new Code("emergency"),
                        true));
        assertThat(fair.visit(aigerim).overtakes()).hasSize(1);
        assertThat(fair.visit(aigerim).lawfulOvertakes()).isZero();
        fair.desk(3).starts();
        assertThat(fair.desk(3).callsNext()).isEqualTo(mother);
    }

    @Test
    void followsThePolicyInForceAtTheCall() {
        day.takes("EMP");
        day.passes(1);
        var sooner = SamplePolicy.helpingAfter("test-2", 1);
        day.publishes(day.now().plusSeconds(60), sooner);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passesMillis(59_999);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passesMillis(1);
        assertThat(day.desk(3).call().policy()).isEqualTo("test-2");
    }
}
