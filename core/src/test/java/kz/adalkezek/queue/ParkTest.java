package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// Away for a while: sent by the desk, or by the citizen's own wish; and back again.
class ParkTest {

    private static final String PAYMENT = "waits-for-payment";

    private final Day day = new Day();

    @Test
    void freesTheDeskAndKeepsThePlace() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        var until = inMinutes(10);
        assertThat(events(day.desk(3).parks(PAYMENT, until)))
                .containsExactly(
                        new Event.ServiceParked(
                                aigerim, Optional.of(new DeskId(3)), new Code(PAYMENT), until));
        assertThat(day.desk(3).work()).isEqualTo(new Work.Ready());
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Stage.Parked(until));
        assertThat(day.visit(aigerim).fair()).isEqualTo(Day.NINE);
    }

    @Test
    void endsByItselfAtTheReturnTime() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).parks(PAYMENT, inMinutes(10));
        day.passesMillis(600_000 - 1);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passesMillis(1);
        day.takes("SOC");
        assertThat(day.waitsSinceMinute(aigerim)).isEqualTo(10);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void makesNobodyEligibleWhoIsStillAway() {
        day.takes("SOC");
        day.passes(1);
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).parks(PAYMENT, inMinutes(10));
        var call = day.desk(3).call();
        assertThat(call.eligible()).isEqualTo(1);
        assertThat(call.overtaken()).isZero();
    }

    @Test
    void countsThoseWhoAreBackAmongTheOvertaken() {
        var aigerim = day.takes("SOC");
        day.passes(1);
        day.desk(3).serves();
        day.desk(3).parks(PAYMENT, inMinutes(10));
        day.takesWithCredit("SOC", 30);
        day.passes(10);
        assertThat(day.desk(3).call().overtaken()).isEqualTo(1);
        assertThat(day.visit(aigerim).lawfulOvertakes()).isEqualTo(1);
    }

    @Test
    void beginsTheWaitForHelpAtTheReturnTime() {
        var aigerim = day.takes("EMP");
        day.passes(10);
        day.desk(3).serves();
        day.desk(3).parks(PAYMENT, inMinutes(5));
        day.passes(5 + 10);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void lastsWithoutAReturnTimeUntilSomebodySaysSo() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).parks(PAYMENT, Optional.empty());
        day.passes(300);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        assertThat(events(day.desk(3).unparks(aigerim)))
                .containsExactly(new Event.ServiceResumed(aigerim, new DeskId(3)));
        assertThat(day.waitsSinceMinute(aigerim)).isEqualTo(300);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void isNotEndedTwice() {
        var aigerim = day.takes("SOC");
        assertThat(why(day.desk(3).unparks(aigerim))).isEqualTo(Refusal.VISIT_NOT_PARKED);
        day.desk(3).serves();
        day.desk(3).parks(PAYMENT, inMinutes(10));
        day.passes(10);
        assertThat(why(day.desk(3).unparks(aigerim))).isEqualTo(Refusal.VISIT_NOT_PARKED);
    }

    @Test
    void needsAReasonOfThePolicyAndATimeToCome() {
        day.takes("SOC");
        assertThat(why(day.desk(3).parks(PAYMENT, Optional.empty())))
                .isEqualTo(Refusal.NOTHING_SERVED);
        day.desk(3).serves();
        assertThat(why(day.desk(3).parks("", Optional.empty()))).isEqualTo(Refusal.REASON_NEEDED);
        assertThat(why(day.desk(3).parks("tired", Optional.empty())))
                .isEqualTo(Refusal.REASON_UNKNOWN);
        assertThat(why(day.desk(3).parks(PAYMENT, Optional.of(day.now()))))
                .isEqualTo(Refusal.BACK_IN_THE_PAST);
        assertThat(day.desk(3).parks(PAYMENT, Optional.of(day.now().plusMillis(1))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void isAskedByWhoeverWaits() {
        var aigerim = day.takes("SOC");
        assertThat(events(day.stepsAside(aigerim)))
                .containsExactly(
                        new Event.ServiceParked(
                                aigerim,
                                Optional.empty(),
                                new Code("asked-by-citizen"),
                                inMinutes(15)));
        assertThat(why(day.stepsAside(aigerim))).isEqualTo(Refusal.VISIT_NOT_WAITING);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passes(15);
        assertThat(day.stepsAside(aigerim)).isInstanceOf(Accepted.class);
        day.passes(15);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void isNotAskedByOthers() {
        assertThat(why(day.stepsAside(new VisitId(4711)))).isEqualTo(Refusal.VISIT_UNKNOWN);
        assertThat(why(day.stepsAside(day.reserves("SOC")))).isEqualTo(Refusal.VISIT_NOT_WAITING);
        day.takes("SOC");
        assertThat(why(day.stepsAside(day.desk(3).callsNext())))
                .isEqualTo(Refusal.VISIT_NOT_WAITING);
    }

    @Test
    void endsWhenTheCitizenLeavesOrTheDayDoes() {
        var aigerim = day.takes("SOC");
        var bolat = day.takes("SOC");
        day.stepsAside(aigerim);
        day.stepsAside(bolat);
        assertThat(day.line().people().present()).isZero();
        assertThat(day.leaves(Actor.BRANCH, aigerim)).isInstanceOf(Accepted.class);
        assertThat(events(day.closes()))
                .contains(new Event.TicketLeft(bolat, Event.Leaving.DAY_CLOSED));
    }

    private Optional<Instant> inMinutes(long minutes) {
        return Optional.of(day.now().plus(Duration.ofMinutes(minutes)));
    }
}
