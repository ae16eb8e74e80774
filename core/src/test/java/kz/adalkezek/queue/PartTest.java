package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import kz.adalkezek.audit.Replay;
import kz.adalkezek.queue.Part.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    private static final DeviceId K1 = new DeviceId("k1");

    private final Day day = new Day();

    @AfterEach
    void theVerifierFindsTheSame() {
        assertThat(new Replay().next(day.log())).isEmpty();
    }

    @Test
    void aKioskTellsOnceHowItsPrinterIs() {
        var out = state(Day.KIOSK, Condition.OUT_OF_PAPER, OptionalLong.of(812));
        assertThat(day.asks(out)).isInstanceOf(Decision.Accepted.class);
        assertThat(day.lastEvent())
                .isEqualTo(
                        new Event.PartStated(
                                K1, Part.PRINTER, Condition.OUT_OF_PAPER, OptionalLong.of(812)));
        assertThat(day.asks(state(Day.KIOSK, Condition.OUT_OF_PAPER, OptionalLong.of(812))))
                .isEqualTo(Decision.NOTHING);
        assertThat(day.asks(state(Day.KIOSK, Condition.READY, OptionalLong.of(812))))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(day.asks(state(Day.KIOSK, Condition.READY, OptionalLong.of(813))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void theBranchTellsWhatItHasSeenOfAKiosk() {
        var forked = journal(Actor.BRANCH, K1);
        assertThat(day.asks(forked)).isInstanceOf(Decision.Accepted.class);
        assertThat(((Decision.Refused) day.asks(journal(Actor.BRANCH, new DeviceId("b1")))).why())
                .isEqualTo(Refusal.DEVICE_OF_ANOTHER_KIND);
        assertThat(((Decision.Refused) day.asks(journal(Actor.BRANCH, new DeviceId("k9")))).why())
                .isEqualTo(Refusal.DEVICE_UNKNOWN);
    }

    @Test
    void onlyAKioskHasParts() {
        for (var by : new Actor[] {Day.BOARD, Day.operator(3)}) {
            assertThat(day.asks(state(by, Condition.READY, OptionalLong.empty())))
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            no -> assertThat(no.why()).isEqualTo(Refusal.DEVICE_OF_ANOTHER_KIND));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyConditionBelongsToAPartAndNotToAll(Condition condition) {
        int parts = 0;
        for (var part : Part.values()) {
            parts += part.has(condition) ? 1 : 0;
        }
        assertThat(parts).isBetween(1, Part.values().length - 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Part.PRINTED_MAX + 1})
    void noPrinterHasCutSoMany(long papers) {
        assertThatThrownBy(() -> stated(Part.PRINTER, Condition.READY, OptionalLong.of(papers)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stated(Part.PRINTER, Condition.READY, OptionalLong.of(Part.PRINTED_MAX)))
                .isNotNull();
    }

    @Test
    void noPartIsWhatItCannotBe() {
        assertThatThrownBy(() -> stated(Part.DOOR, Condition.JAMMED, OptionalLong.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stated(Part.LED, Condition.READY, OptionalLong.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Event.PartStated stated(Part part, Condition condition, OptionalLong printed) {
        return new Event.PartStated(K1, part, condition, printed);
    }

    private Command.StatePart journal(Actor by, DeviceId device) {
        return new Command.StatePart(
                day.request(), by, device, Part.JOURNAL, Condition.FAULT, OptionalLong.empty());
    }

    private Command.StatePart state(Actor by, Condition condition, OptionalLong printed) {
        return new Command.StatePart(day.request(), by, K1, Part.PRINTER, condition, printed);
    }
}
