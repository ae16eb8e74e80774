package kz.adalkezek.kiosk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OwedTest {

    private static final long SECOND = 1_000_000_000L;

    /// Such clocks may begin anywhere, also just before they run over.
    private static final long START = Long.MAX_VALUE - 3 * SECOND;

    private final Owed owed = new Owed();

    @Test
    void tellsAStateOnceItHasLasted() {
        is(PartState.PRINTER_PAPER_LOW, at(0));
        assertThat(owed.due(at(0.999))).isEmpty();
        assertThat(owed.nanosToNext(at(0.25))).hasValue(3 * SECOND / 4);
        var report = owed.due(at(1)).orElseThrow();
        assertThat(report.state()).isEqualTo(PartState.PRINTER_PAPER_LOW);
        assertThat(owed.due(at(7))).contains(report);
        owed.told(report, at(7));
        assertThat(owed.due(at(100))).isEmpty();
    }

    @Test
    void tellsEachHourAgainWithTheCountOfThen() {
        tell(PartState.PRINTER_READY, 0);
        assertThat(owed.nanosToNext(at(3_600))).hasValue(SECOND);
        owed.repeat(OptionalLong.of(812), at(3_600));
        assertThat(owed.due(at(3_602))).isEmpty();
        owed.repeat(OptionalLong.of(812), at(3_601));
        var again = owed.due(at(3_602)).orElseThrow();
        assertThat(again.state()).isEqualTo(PartState.PRINTER_READY);
        assertThat(again.printed()).hasValue(812);
        owed.told(again, at(3_602));
        assertThat(owed.due(at(7_201))).isEmpty();
    }

    @Test
    void letsNobodyWaitWhoCallsForHelp() {
        is(PartState.HELP_CALLED, at(0));
        assertThat(owed.due(at(0))).isPresent();
    }

    @Test
    void tellsNothingOfALooseContactThatIsWellAgain() {
        tell(PartState.DOOR_CLOSED, 0);
        is(PartState.DOOR_OPEN, at(20));
        is(PartState.DOOR_CLOSED, at(20.9));
        assertThat(owed.due(at(60))).isEmpty();
    }

    @Test
    void tellsOfAFlappingPartOnceInTenSecondsAndThenTheNewest() {
        tell(PartState.PRINTER_READY, 0);
        for (int i = 2; i < 9; i++) {
            is(i % 2 == 0 ? PartState.PRINTER_JAMMED : PartState.PRINTER_READY, at(i));
        }
        assertThat(owed.due(at(10.9))).isEmpty();
        assertThat(owed.due(at(11)).orElseThrow().state()).isEqualTo(PartState.PRINTER_JAMMED);
    }

    @Test
    void keepsTheNewestOfEachPartInTheOrderOfTheChanges() {
        is(PartState.PRINTER_PAPER_LOW, at(0));
        is(PartState.DOOR_OPEN, at(1));
        is(PartState.PRINTER_OUT_OF_PAPER, at(2));
        var first = owed.due(at(60)).orElseThrow();
        assertThat(first.state()).isEqualTo(PartState.DOOR_OPEN);
        owed.told(first, at(60));
        var second = owed.due(at(60)).orElseThrow();
        assertThat(second.state()).isEqualTo(PartState.PRINTER_OUT_OF_PAPER);
        owed.told(second, at(60));
        assertThat(owed.due(at(120))).isEmpty();
    }

    @Test
    void givesANewStateANewRequest() {
        is(PartState.LED_UNREACHABLE, at(0));
        var lost = owed.due(at(5)).orElseThrow();
        is(PartState.LED_UNREACHABLE, at(6));
        assertThat(owed.due(at(6))).contains(lost);
        is(PartState.LED_READY, at(7));
        assertThat(owed.due(at(8)).orElseThrow().request()).isNotEqualTo(lost.request());
    }

    @Test
    void keepsTheCountOfTheMomentSoThatEveryAttemptIsTheSame() {
        owed.is(PartState.PRINTER_JAMMED, OptionalLong.of(812), at(0));
        owed.is(PartState.PRINTER_JAMMED, OptionalLong.of(813), at(1));
        assertThat(owed.due(at(2)).orElseThrow().printed()).hasValue(812);
    }

    @Test
    void letsTheOthersPassOneThatIsRefused() {
        is(PartState.CLOCK_WRONG, at(0));
        is(PartState.NUMBERS_LOW, at(1));
        owed.refused(owed.due(at(5)).orElseThrow(), at(65));
        assertThat(owed.due(at(5)).orElseThrow().state()).isEqualTo(PartState.NUMBERS_LOW);
        owed.told(owed.due(at(5)).orElseThrow(), at(5));
        assertThat(owed.due(at(64))).isEmpty();
        assertThat(owed.due(at(65)).orElseThrow().state()).isEqualTo(PartState.CLOCK_WRONG);
    }

    private void is(PartState state, long now) {
        owed.is(state, OptionalLong.empty(), now);
    }

    private void tell(PartState state, double seconds) {
        is(state, at(seconds));
        owed.told(owed.due(at(seconds + 1)).orElseThrow(), at(seconds + 1));
    }

    private static long at(double seconds) {
        return START + Math.round(seconds * SECOND);
    }
}
