package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// A clerk calls a certain visit: the law's own choice, or an override that stays marked for ever.
class CallByNameTest {

    private final Day day = new Day();

    @Test
    void isTheLawsOwnCallWhereTheLawWouldHaveChosenTheSame() {
        var aigerim = day.takes("SOC");
        day.takes("SOC");
        var call = call(day.desk(3).calls(aigerim, "emergency"));
        assertThat(call.rule()).isEqualTo(Event.Rule.ORDER);
        assertThat(call.reason()).isEqualTo(Code.NONE);
        assertThat(call.eligible()).isEqualTo(2);
    }

    @Test
    void isElseAnOverrideWithAPublishedReason() {
        var aigerim = day.takes("SOC");
        day.passes(1);
        var bolat = day.takes("SOC");
        assertThat(why(day.desk(3).calls(bolat, ""))).isEqualTo(Refusal.REASON_NEEDED);
        assertThat(why(day.desk(3).calls(bolat, "friend"))).isEqualTo(Refusal.REASON_UNKNOWN);
        var call = call(day.desk(3).calls(bolat, "emergency"));
        assertThat(call)
                .isEqualTo(
                        new Event.CallMade(
                                bolat,
                                new DeskId(3),
                                Event.Rule.OVERRIDE,
                                "test-1",
                                2,
                                1,
                                new Code("emergency"),
                                true));
        assertThat(day.visit(aigerim).overtakes()).hasSize(1);
        assertThat(day.visit(aigerim).lawfulOvertakes()).isZero();
    }

    @Test
    void countsSomebodyWhoCouldNotBeCalledYetWithTheOthers() {
        var aigerim = day.takes("EMP");
        day.takes("SOC");
        assertThat(call(day.desk(3).calls(aigerim, "emergency")).eligible()).isEqualTo(2);
    }

    @Test
    void parksAgainWhoWasParkedWhenItIsUndone() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        var until = Optional.of(day.now().plus(Duration.ofMinutes(10)));
        day.desk(3).parks("waits-for-payment", until);
        assertThat(call(day.desk(3).calls(aigerim, "emergency")).eligible()).isEqualTo(1);
        day.desk(3).undoes();
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Stage.Parked(until));
        day.passesSeconds(5);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
        day.passes(10);
        day.takes("ID");
        assertThat(day.waitsSinceMinute(aigerim)).isEqualTo(10);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void isBarredAfterAnUndo() {
        var aigerim = day.takes("SOC");
        day.desk(3).callsNext();
        day.desk(3).undoes();
        assertThat(why(day.desk(3).calls(aigerim, "emergency"))).isEqualTo(Refusal.UNDO_PAUSE);
        day.passesSeconds(5);
        assertThat(day.desk(3).calls(aigerim, "emergency")).isInstanceOf(Accepted.class);
    }

    @Test
    void needsAFreeDeskThatHasTheGroup() {
        var aigerim = day.takes("ID");
        var bolat = day.takes("SOC");
        var dana = day.takes("SOC");
        assertThat(why(day.desk(3).calls(aigerim, "emergency")))
                .isEqualTo(Refusal.GROUP_NOT_SERVED);
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).calls(dana, "emergency"))).isEqualTo(Refusal.DESK_HAS_CALLED);
        day.desk(3).starts();
        assertThat(why(day.desk(3).calls(dana, "emergency"))).isEqualTo(Refusal.DESK_BUSY);
        day.desk(3).finishes();
        assertThat(why(day.desk(3).calls(bolat, "emergency"))).isEqualTo(Refusal.VISIT_NOT_WAITING);
    }

    private static Event.CallMade call(Decision decision) {
        return (Event.CallMade) events(decision).getFirst();
    }
}
