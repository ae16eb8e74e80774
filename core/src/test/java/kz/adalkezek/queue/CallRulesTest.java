package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Desk.Work;
import org.junit.jupiter.api.Test;

/// The road at a desk: opened, called, called again, started, finished, closed.
class CallRulesTest {

    private final Day day = new Day();

    @Test
    void finishesTheVisitBeingServedAndCallsTheNextInOneCommand() {
        var aigerim = day.takes("SOC");
        var bolat = day.takes("SOC");
        day.desk(3).serves();
        assertThat(day.desk(3).asksNext())
                .isInstanceOfSatisfying(
                        Accepted.class,
                        it -> {
                            assertThat(it.entries()).extracting(Entry::more).containsExactly(1, 0);
                            assertThat(it.entries().getFirst().event())
                                    .isEqualTo(
                                            new Event.ServiceFinished(
                                                    aigerim, new DeskId(3), Code.NONE));
                        });
        assertThat(day.visit(aigerim).stage()).isInstanceOf(Visit.Stage.Finished.class);
        assertThat(day.visit(bolat).stage()).isInstanceOf(Visit.Stage.Called.class);
    }

    @Test
    void finishesTheVisitBeingServedThoughNobodyWaits() {
        day.takes("SOC");
        day.desk(3).serves();
        assertThat(events(day.desk(3).asksNext())).hasSize(1);
        assertThat(day.desk(3).work()).isInstanceOf(Work.WrapUp.class);
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
    }

    @Test
    void refusesASecondCallWhileOneIsOut() {
        day.takes("SOC");
        day.takes("SOC");
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).asksNext())).isEqualTo(Refusal.DESK_HAS_CALLED);
    }

    @Test
    void neverCallsOnePersonToTwoDesks() {
        day.desk(5).opens("SOC");
        day.takes("SOC");
        day.desk(3).callsNext();
        assertThat(day.desk(5).asksNext()).isInstanceOf(Nothing.class);
    }

    @Test
    void repeatsACallAfterTwentySecondsAndNotBefore() {
        day.takes("SOC");
        day.desk(3).callsNext();
        long call = day.log().getLast().index();
        day.passesMillis(19_999);
        assertThat(why(day.desk(3).recalls())).isEqualTo(Refusal.RECALL_TOO_SOON);
        day.passesMillis(1);
        assertThat(((Event.CallRepeated) events(day.desk(3).recalls()).getFirst()).call())
                .isEqualTo(call);
        day.passesMillis(19_999);
        assertThat(why(day.desk(3).recalls())).isEqualTo(Refusal.RECALL_TOO_SOON);
        day.passesMillis(1);
        assertThat(((Event.CallRepeated) events(day.desk(3).recalls()).getFirst()).call())
                .isEqualTo(call);
    }

    @Test
    void asksForACallBeforeItIsRepeatedStartedOrGivenUp() {
        var desk = day.desk(3);
        assertThat(why(desk.recalls())).isEqualTo(Refusal.NOTHING_CALLED);
        assertThat(why(desk.starts())).isEqualTo(Refusal.NOTHING_CALLED);
        assertThat(why(desk.marksNoShow())).isEqualTo(Refusal.NOTHING_CALLED);
        assertThat(why(desk.records(true))).isEqualTo(Refusal.NOTHING_CALLED);
        assertThat(why(desk.undoes())).isEqualTo(Refusal.NOTHING_TO_UNDO);
        assertThat(why(desk.finishes())).isEqualTo(Refusal.NOTHING_SERVED);
        day.takes("SOC");
        desk.callsNext();
        assertThat(why(desk.finishes())).isEqualTo(Refusal.NOTHING_SERVED);
        desk.starts();
        assertThat(why(desk.starts())).isEqualTo(Refusal.NOTHING_CALLED);
        assertThat(why(desk.recalls())).isEqualTo(Refusal.NOTHING_CALLED);
    }

    @Test
    void finishesWithAnOutcomeOfThePolicyOnly() {
        day.takes("SOC");
        day.desk(3).serves();
        assertThat(why(day.desk(3).finishes(new Code("went-home"))))
                .isEqualTo(Refusal.OUTCOME_UNKNOWN);
        assertThat(why(day.desk(3).finishes(Code.NONE))).isEqualTo(Refusal.OUTCOME_UNKNOWN);
        assertThat(day.desk(3).finishes()).isInstanceOf(Accepted.class);
    }

    @Test
    void opensOneDeskACounterAndOneCounterAnOperator() {
        assertThat(day.desk(3).opens("SOC")).isInstanceOf(Nothing.class);
        var stranger = Day.operator(5);
        var desk3 = new DeskId(3);
        assertThat(
                        why(
                                day.asks(
                                        new Command.OpenDesk(
                                                day.request(),
                                                stranger,
                                                desk3,
                                                List.of(Day.SOC),
                                                List.of()))))
                .isEqualTo(Refusal.COUNTER_TAKEN);
        assertThat(
                        why(
                                day.asks(
                                        new Command.OpenDesk(
                                                day.request(),
                                                Day.operator(3),
                                                new DeskId(5),
                                                List.of(Day.SOC),
                                                List.of()))))
                .isEqualTo(Refusal.OPERATOR_HAS_DESK);
        assertThat(why(day.desk(4).opens("SOC"))).isEqualTo(Refusal.COUNTER_UNKNOWN);
    }

    @Test
    void opensADeskForKnownGroupsOnly() {
        assertThat(why(day.desk(5).opens())).isEqualTo(Refusal.GROUP_UNKNOWN);
        assertThat(why(day.desk(5).opens("SOC", "HEAD"))).isEqualTo(Refusal.GROUP_UNKNOWN);
        assertThat(why(day.desk(5).opensWith(List.of("SOC"), List.of("HEAD"))))
                .isEqualTo(Refusal.GROUP_UNKNOWN);
        assertThat(day.desk(5).opens("ID")).isInstanceOf(Accepted.class);
    }

    @Test
    void refusesWhatIsAskedAtADeskThatIsClosedUnknownOrAnothers() {
        assertThat(why(day.desk(5).asksNext())).isEqualTo(Refusal.DESK_NOT_OPEN);
        assertThat(why(day.desk(4).asksNext())).isEqualTo(Refusal.COUNTER_UNKNOWN);
        var atAnothers = new Command.CallNext(day.request(), Day.operator(5), new DeskId(3));
        assertThat(why(day.asks(atAnothers))).isEqualTo(Refusal.DESK_OF_ANOTHER);
    }
}
