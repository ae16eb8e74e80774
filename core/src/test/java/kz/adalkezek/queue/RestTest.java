package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Desk.Work;
import org.junit.jupiter.api.Test;

/// A desk pauses or closes: at once when it is free, else after the visit that is there, whatever
/// ends it.
class RestTest {

    private static final DeskId DESK = new DeskId(3);
    private static final Code LUNCH = new Code("lunch");

    private final Day day = new Day();

    @Test
    void closesAFreeDeskAtOnceAndABusyOneAfterTheVisit() {
        day.takes("SOC");
        day.desk(3).serves();
        assertThat(day.desk(3).closes("lunch")).isInstanceOf(Nothing.class);
        assertThat(events(day.desk(3).finishes()))
                .hasSize(2)
                .last()
                .isEqualTo(new Event.DeskClosed(DESK, LUNCH));
        day.desk(3).opens("SOC");
        assertThat(day.desk(3).closes("")).isInstanceOf(Accepted.class);
    }

    @Test
    void pausesAFreeDeskAtOnceAndCallsNobodyUntilItResumes() {
        var aigerim = day.takes("SOC");
        assertThat(events(day.desk(3).pauses("lunch")))
                .containsExactly(new Event.DeskPaused(DESK, LUNCH));
        assertThat(day.desk(3).work()).isEqualTo(new Work.Paused(LUNCH));
        assertThat(why(day.desk(3).asksNext())).isEqualTo(Refusal.DESK_PAUSED);
        assertThat(why(day.desk(3).calls(aigerim, "emergency"))).isEqualTo(Refusal.DESK_PAUSED);
        assertThat(why(day.desk(3).pauses("lunch"))).isEqualTo(Refusal.DESK_PAUSED);
        assertThat(day.line().hall().serving(Day.SOC)).isZero();
        assertThat(events(day.desk(3).resumes())).containsExactly(new Event.DeskResumed(DESK));
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
    }

    @Test
    void restsInsteadOfCallingOrStaying() {
        day.takesLegs("SOC", "ID", "SOC");
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).pauses("lunch");
        assertThat(events(day.desk(3).asksNext()))
                .extracting(EventCodec::type)
                .containsExactly("service.finished", "desk.paused");
    }

    @Test
    void restsAfterANoShow() {
        day.takes("SOC");
        day.desk(3).callsNext();
        day.desk(3).closes("");
        day.passesSeconds(45);
        day.desk(3).recalls();
        day.passesSeconds(45);
        assertThat(events(day.desk(3).marksNoShow()))
                .extracting(EventCodec::type)
                .containsExactly("call.unanswered", "desk.closed");
    }

    @Test
    void restsAfterACitizenWhoHasLeftInTheNameOfTheOperator() {
        var aigerim = day.takes("SOC");
        day.desk(3).callsNext();
        day.desk(3).pauses("lunch");
        var entries = day.leaves(Actor.BRANCH, aigerim).entries();
        assertThat(entries)
                .extracting(entry -> entry.event())
                .containsExactly(
                        new Event.TicketLeft(aigerim, Event.Leaving.CITIZEN),
                        new Event.DeskPaused(DESK, LUNCH));
        assertThat(entries).extracting(Entry::by).containsExactly(Actor.BRANCH, Day.operator(3));
        assertThat(entries).extracting(Entry::more).containsExactly(1, 0);
    }

    @Test
    void restsAfterAnUndoUnlessThePreviousVisitIsServedAgain() {
        day.takes("SOC");
        day.takes("SOC");
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).callsNext();
        day.desk(3).pauses("lunch");
        assertThat(events(day.desk(3).undoes())).hasSize(1);
        assertThat(day.desk(3).work()).isInstanceOf(Work.Serving.class);
        assertThat(events(day.desk(3).finishes())).hasSize(2);

        day.desk(3).resumes();
        day.passes(1);
        day.desk(3).callsNext();
        day.desk(3).pauses("lunch");
        day.passesSeconds(1);
        assertThat(day.desk(3).undoes()).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void restsAfterAGroundThatWasNotShownAndAfterAPark() {
        day.takesWithCredit("SOC", 30);
        day.desk(3).callsNext();
        day.desk(3).pauses("lunch");
        assertThat(events(day.desk(3).records(false)))
                .extracting(EventCodec::type)
                .containsExactly("ground.not-shown", "desk.paused");
        day.desk(3).resumes();
        day.desk(3).serves();
        day.desk(3).pauses("lunch");
        assertThat(events(day.desk(3).parks("waits-for-payment", java.util.Optional.empty())))
                .extracting(EventCodec::type)
                .containsExactly("service.parked", "desk.paused");
    }

    @Test
    void thinksBetterOfItBeforeItTakesEffect() {
        assertThat(why(day.desk(3).resumes())).isEqualTo(Refusal.DESK_NOT_PAUSED);
        day.takes("SOC");
        day.desk(3).serves();
        day.desk(3).pauses("lunch");
        assertThat(day.desk(3).resumes()).isInstanceOf(Nothing.class);
        assertThat(events(day.desk(3).finishes())).hasSize(1);
    }

    @Test
    void needsAReasonOfThePolicy() {
        assertThat(why(day.desk(3).closes("fed-up"))).isEqualTo(Refusal.REASON_UNKNOWN);
        assertThat(why(day.desk(3).pauses("fed-up"))).isEqualTo(Refusal.REASON_UNKNOWN);
        assertThat(why(day.desk(3).pauses(""))).isEqualTo(Refusal.REASON_NEEDED);
        day.takes("SOC");
        day.desk(3).serves();
        assertThat(why(day.desk(3).closes("fed-up"))).isEqualTo(Refusal.REASON_UNKNOWN);
        assertThat(events(day.desk(3).finishes())).hasSize(1);
    }
}
