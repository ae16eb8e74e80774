package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import org.junit.jupiter.api.Test;

/// What the holder of a ticket says by token, without a change of the order.
class CitizenTest {

    private final Day day = new Day();

    @Test
    void isOnTheWayOnceUntilSomethingHappens() {
        var aigerim = day.takes("SOC");
        assertThat(events(day.saysComing(aigerim))).containsExactly(new Event.VisitComing(aigerim));
        assertThat(day.saysComing(aigerim)).isInstanceOf(Nothing.class);
        day.desk(3).callsNext();
        assertThat(day.saysComing(aigerim)).isInstanceOf(Accepted.class);
        day.desk(3).starts();
        assertThat(why(day.saysComing(aigerim))).isEqualTo(Refusal.VISIT_NOT_WAITING);
    }

    @Test
    void keepsTheOrderThatThereIs() {
        var aigerim = day.takes("SOC");
        day.passes(1);
        day.saysComing(day.takes("SOC"));
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void ratesAVisitThatIsOverOnce() {
        var aigerim = day.takes("SOC");
        assertThat(why(day.rates(aigerim, 5))).isEqualTo(Refusal.VISIT_NOT_FINISHED);
        assertThat(why(day.rates(new VisitId(4711), 5))).isEqualTo(Refusal.VISIT_UNKNOWN);
        day.desk(3).serves();
        day.desk(3).finishes();
        assertThat(events(day.rates(aigerim, 4))).containsExactly(new Event.Rated(aigerim, 4));
        assertThat(why(day.rates(aigerim, 1))).isEqualTo(Refusal.RATED_ALREADY);
    }
}
