package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.adalkezek.queue.Decision.Accepted;
import org.junit.jupiter.api.Test;

/// Somebody who did not answer the calls comes after all.
class ReturnTest {

    private final Day day = new Day();

    @Test
    void keepsTheFairTimeAndWaitsAnew() {
        var aigerim = day.takes("SOC");
        day.desk(3).misses();
        day.passesSeconds(30);
        day.takes("SOC");
        assertThat(events(day.comesBack(aigerim)))
                .containsExactly(new Event.CallReturned(aigerim, Optional.empty()));
        assertThat(day.waitsSinceMinute(aigerim)).isEqualTo(2);
        assertThat(day.visit(aigerim).fair()).isEqualTo(Day.NINE);
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void isSeenAtADeskToo() {
        var aigerim = day.takes("SOC");
        day.desk(3).misses();
        day.desk(5).opens("ID");
        assertThat(events(day.desk(5).sees(aigerim)))
                .containsExactly(new Event.CallReturned(aigerim, Optional.of(new DeskId(5))));
    }

    @Test
    void isPossibleForAQuarterOfAnHourAndNoLonger() {
        var aigerim = day.takes("SOC");
        var bolat = day.takes("SOC");
        day.desk(3).misses();
        day.passes(15);
        assertThat(day.comesBack(aigerim)).isInstanceOf(Accepted.class);
        day.leaves(Actor.BRANCH, aigerim);
        day.desk(3).misses();
        day.passesMillis(15 * 60_000 + 1);
        assertThat(why(day.desk(3).sees(bolat))).isEqualTo(Refusal.RETURN_TOO_LATE);
    }

    @Test
    void isPossibleOnceAVisit() {
        var aigerim = day.takes("SOC");
        day.desk(3).misses();
        day.comesBack(aigerim);
        day.desk(3).misses();
        assertThat(why(day.desk(3).sees(aigerim))).isEqualTo(Refusal.RETURN_USED);
    }

    @Test
    void isForWhoWasMissedOnly() {
        var aigerim = day.takes("SOC");
        assertThat(why(day.comesBack(aigerim))).isEqualTo(Refusal.VISIT_NOT_MISSED);
        assertThat(why(day.comesBack(new VisitId(4711)))).isEqualTo(Refusal.VISIT_UNKNOWN);
        day.desk(3).misses();
        day.closes();
        assertThat(why(day.comesBack(aigerim))).isEqualTo(Refusal.VISIT_NOT_MISSED);
    }

    @Test
    void staysInItsLeg() {
        var aigerim = day.takesLegs("SOC", "ID");
        day.desk(5).opens("ID");
        day.desk(3).serves();
        day.desk(3).finishes();
        day.desk(5).misses();
        day.comesBack(aigerim);
        assertThat(day.visit(aigerim).group()).isEqualTo(Day.ID);
        assertThat(day.desk(5).callsNext()).isEqualTo(aigerim);
    }
}
