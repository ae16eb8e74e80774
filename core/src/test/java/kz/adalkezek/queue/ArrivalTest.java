package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.issued;
import static kz.adalkezek.queue.Event.Handing.FAILED;
import static kz.adalkezek.queue.Event.Handing.PRINTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import kz.adalkezek.queue.Event.Touch;
import org.junit.jupiter.api.Test;

/// The arrival is the touch, neither before what the kiosk has heard from the branch nor after now.
class ArrivalTest {

    private final Day day = new Day();

    @Test
    void isTheTouchWhereNothingSpeaksAgainstIt() {
        day.passes(10);
        var touched = Day.NINE.plusMillis(1);
        assertThat(arrives(touched, touched)).isEqualTo(Touch.KEPT);
    }

    @Test
    void isNowWithoutATouch() {
        day.passes(10);
        assertThat(day.visit(day.reserves("SOC")).arrival()).isEqualTo(day.now());
    }

    @Test
    void isNowForATouchInTheFuture() {
        var now = day.now();
        assertThat(arrives(now, now)).isEqualTo(Touch.KEPT);
        assertThat(arrives(now.plusMillis(1), now)).isEqualTo(new Touch.Bounded(now.plusMillis(1)));
    }

    @Test
    void isNeverBeforeWhatTheKioskHasHeard() {
        day.takes("SOC");
        var heard = day.now();
        day.passes(10);
        assertThat(arrives(heard, heard)).isEqualTo(Touch.KEPT);
        assertThat(arrives(heard.minusMillis(1), heard))
                .isEqualTo(new Touch.Bounded(heard.minusMillis(1)));
    }

    @Test
    void isBoundByTheNewestTicketThoughAnOlderOneIsHandedOverLater() {
        var older = day.reserves("SOC");
        day.passes(1);
        day.takes("SOC");
        var heard = day.now();
        day.passes(1);
        day.hands(older, PRINTED);
        assertThat(arrives(Day.NINE, heard)).isEqualTo(new Touch.Bounded(Day.NINE));
    }

    @Test
    void isNotBoundByATicketThatReachedNobody() {
        var visit = day.reserves("SOC");
        day.hands(visit, FAILED);
        day.passes(10);
        var touched = Day.NINE.minusSeconds(60);
        assertThat(arrives(touched, touched)).isEqualTo(Touch.KEPT);
    }

    @Test
    void isBoundOnTheNextDayToo() {
        day.takes("SOC");
        var heard = day.now();
        day.closes();
        day.passes(24 * 60);
        day.opens(java.time.LocalDate.of(2026, 11, 24));
        assertThat(arrives(Day.NINE.minusMillis(1), heard)).isInstanceOf(Touch.Bounded.class);
    }

    @Test
    void isNowAtADeskWhateverItSaysOfATouch() {
        day.passes(10);
        var visit = issued(day.asks(day.touched(Day.operator(3), Day.NINE)));
        assertThat(day.visit(visit).arrival()).isEqualTo(day.now());
    }

    @Test
    void isCutToMilliseconds() {
        day.passes(10);
        assertThat(arrives(Day.NINE.plusNanos(1_999_999), Day.NINE.plusMillis(1)))
                .isEqualTo(Touch.KEPT);
    }

    @Test
    void knowsNoTouchBefore1970NorAfter9999() {
        new Command.Touched.At(Instant.EPOCH);
        new Command.Touched.At(Instant.parse("9999-12-31T23:59:59.999Z"));
        assertThatThrownBy(() -> new Command.Touched.At(Instant.EPOCH.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.Touched.At(Instant.parse("+10000-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Touch arrives(Instant touched, Instant expected) {
        var ticket =
                (Event.TicketIssued) events(day.asks(day.touched(Day.KIOSK, touched))).getFirst();
        assertThat(ticket.arrival()).isEqualTo(expected);
        return ticket.touch();
    }
}
