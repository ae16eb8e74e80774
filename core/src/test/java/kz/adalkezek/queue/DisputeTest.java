package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Nothing;
import org.junit.jupiter.api.Test;

/// The staff says that the clocks of a visit are not what they should be.
class DisputeTest {

    private static final Code FORGOT = new Code("forgot-to-start");

    private final Day day = new Day();

    @Test
    void flagsAVisitOnceAndChangesNothingElse() {
        var aigerim = day.takes("SOC");
        var before = day.visit(aigerim);
        assertThat(events(day.disputes(Day.operator(3), aigerim, FORGOT)))
                .containsExactly(new Event.ClockDisputed(aigerim, FORGOT));
        assertThat(day.visit(aigerim)).isEqualTo(before.has(Visit.Once.DISPUTED));
        assertThat(day.disputes(Day.operator(3), aigerim, FORGOT)).isInstanceOf(Nothing.class);
    }

    @Test
    void isAlsoForAVisitThatIsOver() {
        var aigerim = day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).finishes();
        assertThat(events(day.disputes(Day.operator(1), aigerim, FORGOT))).hasSize(1);
    }

    @Test
    void needsAPublishedReasonAPersonAndAVisit() {
        var aigerim = day.takes("SOC");
        var clerk = Day.operator(3);
        assertThat(why(day.disputes(clerk, aigerim, Code.NONE))).isEqualTo(Refusal.REASON_NEEDED);
        assertThat(why(day.disputes(clerk, aigerim, new Code("mood"))))
                .isEqualTo(Refusal.REASON_UNKNOWN);
        assertThat(why(day.disputes(Day.KIOSK, aigerim, FORGOT)))
                .isEqualTo(Refusal.DEVICE_OF_ANOTHER_KIND);
        assertThat(why(day.disputes(clerk, new VisitId(0), FORGOT)))
                .isEqualTo(Refusal.VISIT_UNKNOWN);
    }
}
