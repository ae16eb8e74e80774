package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.adalkezek.queue.Decision.Accepted;
import org.junit.jupiter.api.Test;

/// A breach is answered by the head within a day, or becomes the region's.
class FindingTest {

    private static final Code RULE = new Code("answered-too-late");
    private static final Code OUR_FAULT = new Code("our-fault");

    private final Day day = new Day();

    private long raised() {
        return ((Accepted) raises(0)).entries().getFirst().index();
    }

    private Decision raises(long subject) {
        return day.asks(new Command.RaiseFinding(day.request(), RULE, subject));
    }

    private Decision answers(Actor by, long finding, Code reason) {
        return day.asks(
                new Command.AnswerFinding(day.request(), by, finding, reason, Day.COMMITMENT));
    }

    private Decision escalates(long finding) {
        return day.asks(new Command.EscalateFinding(day.request(), finding));
    }

    @Test
    void isDueAfterTheTimeOfThePolicyAndRaisedOnce() {
        assertThat(events(raises(0)))
                .containsExactly(
                        new Event.FindingRaised(RULE, 0, day.now().plus(Duration.ofDays(1))));
        assertThat(why(raises(0))).isEqualTo(Refusal.FINDING_RAISED);
        assertThat(raises(1)).isInstanceOf(Accepted.class);
        assertThat(why(raises(day.line().size()))).isEqualTo(Refusal.SUBJECT_UNKNOWN);
        assertThat(why(raises(-1))).isEqualTo(Refusal.SUBJECT_UNKNOWN);
    }

    @Test
    void isAnsweredOnceByAPersonForAPublishedReason() {
        long finding = raised();
        var head = Day.operator(1);
        assertThat(why(answers(head, finding, Code.NONE))).isEqualTo(Refusal.REASON_NEEDED);
        assertThat(why(answers(head, finding, new Code("mood")))).isEqualTo(Refusal.REASON_UNKNOWN);
        assertThat(why(answers(Day.KIOSK, finding, OUR_FAULT)))
                .isEqualTo(Refusal.DEVICE_OF_ANOTHER_KIND);
        assertThat(events(answers(head, finding, OUR_FAULT)))
                .containsExactly(new Event.FindingAnswered(finding, OUR_FAULT, Day.COMMITMENT));
        assertThat(why(answers(head, finding, OUR_FAULT))).isEqualTo(Refusal.FINDING_ANSWERED);
        assertThat(why(answers(head, 0, OUR_FAULT))).isEqualTo(Refusal.FINDING_UNKNOWN);
        assertThat(why(escalates(finding))).isEqualTo(Refusal.FINDING_ANSWERED);
    }

    @Test
    void becomesTheRegionsOnceWhenItIsDueAndNotBefore() {
        long finding = raised();
        day.passes(24 * 60);
        day.passesMillis(-1);
        assertThat(why(escalates(finding))).isEqualTo(Refusal.FINDING_NOT_DUE);
        day.passesMillis(1);
        assertThat(events(escalates(finding)))
                .containsExactly(
                        new Event.FindingEscalated(finding, day.now().plus(Duration.ofDays(3))));
        assertThat(why(escalates(finding))).isEqualTo(Refusal.FINDING_ANSWERED);
        assertThat(why(escalates(0))).isEqualTo(Refusal.FINDING_UNKNOWN);
        assertThat(answers(Day.operator(1), finding, OUR_FAULT)).isInstanceOf(Accepted.class);
    }

    @Test
    void crossesTheNightUntilItIsAnswered() {
        long answered = raised();
        answers(Day.operator(1), answered, OUR_FAULT);
        raises(1);
        day.closes();
        day.passes(24 * 60);
        var opened = (Event.DayOpened) events(day.opens(Day.DATE.plusDays(1))).getFirst();
        assertThat(opened.state().findings().raised())
                .extracting(pair -> pair.value().subject())
                .containsExactly(1L);
        assertThat(Restarted.from(day.log())).isEqualTo(day.line());
        assertThat(why(answers(Day.operator(1), answered, OUR_FAULT)))
                .isEqualTo(Refusal.FINDING_UNKNOWN);
    }
}
