package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Decision.Repeated;
import org.junit.jupiter.api.Test;

/// A command sent again under its request id has one effect.
class RetryTest {

    private final Day day = new Day();

    @Test
    void answersATakeWithTheFirstTicket() {
        var take = day.takeLegs("SOC");
        var first = (Accepted) day.asks(take);
        long size = day.line().size();
        assertThat(day.asks(take)).isEqualTo(new Repeated(first.entries().getFirst().index()));
        assertThat(day.line().size()).isEqualTo(size);
    }

    @Test
    void callsOnePersonForADoubleClick() {
        day.takes("SOC");
        day.takes("SOC");
        var call = new Command.CallNext(day.request(), Day.operator(3), new DeskId(3));
        var first = (Accepted) day.asks(call);
        day.desk(3).starts();
        assertThat(day.asks(call)).isEqualTo(new Repeated(first.entries().getFirst().index()));
    }

    @Test
    void namesTheFirstEventOfACommandOfSeveral() {
        day.takes("SOC");
        day.takes("SOC");
        day.desk(3).serves();
        var call = new Command.CallNext(day.request(), Day.operator(3), new DeskId(3));
        var first = (Accepted) day.asks(call);
        assertThat(first.entries()).hasSize(2);
        assertThat(day.asks(call)).isEqualTo(new Repeated(first.entries().getFirst().index()));
    }

    @Test
    void repeatsARefusalThatIsAnEventThoughItWouldBeLawfulNow() {
        var call = new Command.StartService(day.request(), Day.operator(3), new DeskId(3));
        assertThat(day.asks(call))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, it -> assertThat(it.entries()).hasSize(1));
        day.takes("SOC");
        day.desk(3).callsNext();
        assertThat(day.asks(call))
                .isEqualTo(new Decision.Refused(Refusal.NOTHING_CALLED, List.of()));
    }

    @Test
    void decidesAnewWhatHadLeftNoEvent() {
        var call = new Command.CallNext(day.request(), Day.operator(3), new DeskId(3));
        assertThat(day.asks(call)).isInstanceOf(Nothing.class);
        day.takes("SOC");
        assertThat(day.asks(call)).isInstanceOf(Accepted.class);
    }

    @Test
    void decidesAnewARefusalThatIsNoEvent() {
        var visit = day.reserves("SOC");
        var voids = new Command.VoidTicket(day.request(), visit);
        assertThat(why(day.asks(voids))).isEqualTo(Refusal.TICKET_NOT_OVERDUE);
        day.passes(1);
        assertThat(day.asks(voids)).isInstanceOf(Accepted.class);
    }

    @Test
    void isRememberedForThisDayAndTheOneBefore() {
        var take = day.takeLegs("SOC");
        var first = new Repeated(((Accepted) day.asks(take)).entries().getFirst().index());
        nextDay(24);
        assertThat(day.asks(take)).isEqualTo(first);
        nextDay(25);
        assertThat(day.asks(take)).isInstanceOf(Accepted.class);
    }

    @Test
    void isRememberedBetweenTheDays() {
        day.closes();
        var publish =
                new Command.PublishPolicy(
                        day.request(),
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        SamplePolicy.helpingAfter("test-2", 1));
        var first = new Repeated(((Accepted) day.asks(publish)).entries().getFirst().index());
        day.opens(LocalDate.of(2026, 11, 24));
        assertThat(day.asks(publish)).isEqualTo(first);
    }

    @Test
    void isRememberedByAStartFromTheDayAsByTheOneThatNeverStopped() {
        var take = day.takeLegs("SOC");
        day.asks(take);
        nextDay(24);
        day.takes("SOC");
        var restarted = Restarted.from(day.log());
        assertThat(restarted).isEqualTo(day.line());
        assertThat(Rules.decide(restarted, take, day.now())).isInstanceOf(Repeated.class);
    }

    private void nextDay(int dayOfNovember) {
        day.closes();
        day.opens(LocalDate.of(2026, 11, dayOfNovember));
    }
}
