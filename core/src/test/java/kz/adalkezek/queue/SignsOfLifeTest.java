package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.adalkezek.queue.Decision.Nothing;
import org.junit.jupiter.api.Test;

/// What the branch says of itself: that it begins, and that it is still there.
class SignsOfLifeTest {

    private final Day day = new Day();

    @Test
    void saysWhatProgramBeginsAtEachStart() {
        var started = new Command.StartSoftware(day.request(), "0.1.0", "9f86", "boot-1");
        assertThat(events(day.asks(started)))
                .containsExactly(new Event.SoftwareStarted("0.1.0", "9f86", "boot-1"));
    }

    @Test
    void saysNothingBeforeTheLogIsOpen() {
        var beat = new Command.Beat(day.request());
        assertThat(Rules.decide(Line.EMPTY, beat, Day.NINE)).isInstanceOf(Nothing.class);
    }

    @Test
    void saysThatItIsThereOnceNothingElseWasWrittenForAnHour() {
        day.takes("SOC");
        day.passes(60);
        day.passesMillis(-1);
        assertThat(day.beats()).isInstanceOf(Nothing.class);
        day.passesMillis(1);
        assertThat(events(day.beats())).isEqualTo(List.of(new Event.Heartbeat()));
        assertThat(day.beats()).isInstanceOf(Nothing.class);
        day.passes(60);
        assertThat(events(day.beats())).hasSize(1);
    }
}
