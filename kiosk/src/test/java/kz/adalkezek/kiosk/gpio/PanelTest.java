package kz.adalkezek.kiosk.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.sim.PanelSimulator;
import kz.adalkezek.kiosk.sim.PanelSimulator.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PanelTest {

    private final PanelSimulator hall = new PanelSimulator();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();
    private Panel panel;

    @BeforeEach
    void open() {
        panel = new Panel(hall::open, PanelSimulator.WIRING, Duration.ofMillis(2), nanos::get);
        panel.start(changes::incrementAndGet);
        Await.until("a panel", panel::view, () -> panel.view().works());
    }

    @AfterEach
    void end() {
        panel.close();
    }

    @Test
    void lightsOneLampAtATime() {
        panel.light(Lamp.READY);
        awaitLit("ready");
        panel.light(Lamp.PAPER);
        awaitLit("paper");
        panel.light(Lamp.OFF);
        awaitLit("");
    }

    @Test
    void callsForHelpUntilSomebodyHoldsTheButton() {
        panel.light(Lamp.READY);
        press(Duration.ZERO);
        awaitHelp(true);
        awaitLit("help");

        press(Panel.HOLD.minusNanos(1));
        assertThat(panel.view().helpCalled()).isTrue();
        press(Panel.HOLD);
        awaitHelp(false);
        awaitLit("ready");
    }

    @Test
    void isNotAnsweredByALongFirstPress() {
        press(Panel.HOLD.multipliedBy(2));
        assertThat(panel.view().helpCalled()).isTrue();
    }

    @Test
    void tellsOfTheDoorAndOfWhoStandsThere() {
        assertThat(panel.view().doorOpen()).hasValue(false);
        assertThat(panel.view().present()).hasValue(false);
        hall.move(Part.DOOR, true);
        hall.move(Part.PRESENCE, true);
        Await.until(
                "an open door",
                panel::view,
                () ->
                        panel.view().doorOpen().equals(Optional.of(true))
                                && panel.view().present().equals(Optional.of(true)));
        assertThat(changes.get()).isPositive();
    }

    @Test
    void leavesNoLampOnBehindIt() {
        panel.light(Lamp.READY);
        awaitLit("ready");
        panel.close();
        assertThat(lit()).isEmpty();
    }

    @Test
    void believesAContactOnceItStandsStill() {
        var looks = new AtomicInteger();
        var bouncing = new Bouncing(looks);
        panel.close();
        var wiring = wired(Optional.of(5), Optional.empty());
        panel = new Panel((_, _) -> bouncing, wiring, Duration.ofMillis(1), nanos::get);
        panel.start(changes::incrementAndGet);
        Await.until("a panel", panel::view, () -> panel.view().works());
        assertThat(looks.get()).isGreaterThan(Bouncing.BOUNCES);
        assertThat(panel.view().helpCalled()).isFalse();
    }

    @Test
    void takesThePinsAgainAfterTheyWereLost() {
        panel.close();
        var lost = new AtomicBoolean(true);
        panel =
                new Panel(
                        (wiring, onEdge) -> {
                            if (lost.getAndSet(false)) {
                                throw new PinException("busy", new IllegalStateException());
                            }
                            return hall.open(wiring, onEdge);
                        },
                        PanelSimulator.WIRING,
                        Duration.ofMillis(2),
                        nanos::get);
        panel.start(changes::incrementAndGet);
        Await.until("a panel", panel::view, () -> panel.view().works());
    }

    @Test
    void hasNoTwoPartsOnOneLine() {
        assertThatThrownBy(() -> wired(Optional.of(5), Optional.of(5)))
                .hasMessage("two parts share the line 5");
        assertThatThrownBy(() -> wired(Optional.of(Wiring.LINE_MAX + 1), Optional.empty()))
                .hasMessage("a line is 0 to 511");
        assertThat(wired(Optional.of(Wiring.LINE_MAX), Optional.of(0)).pulledUp()).hasSize(2);
    }

    private static Wiring wired(Optional<Integer> button, Optional<Integer> door) {
        return new Wiring(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                button,
                door,
                Optional.empty());
    }

    /// Down, and up again after so long by the panel's clock.
    private void press(Duration held) {
        hall.move(Part.HELP, true);
        awaitSeen(true);
        nanos.addAndGet(held.toNanos());
        hall.move(Part.HELP, false);
        awaitSeen(false);
    }

    private void awaitSeen(boolean down) {
        Await.until("a button that is seen", panel::view, () -> panel.seesPressed() == down);
    }

    private void awaitHelp(boolean called) {
        Await.until("help", panel::view, () -> panel.view().helpCalled() == called);
    }

    private void awaitLit(String lamp) {
        Await.until(lamp, hall::lamps, () -> lit().equals(lamp));
    }

    private String lit() {
        return String.join(
                " ",
                hall.lamps().entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    /// A button whose contact is down and up at every look, and at last up.
    private static final class Bouncing implements Pins {

        static final int BOUNCES = 9;

        private final AtomicInteger looks;

        Bouncing(AtomicInteger looks) {
            this.looks = looks;
        }

        @Override
        public void drive(int line, boolean high) {
            throw new AssertionError("there is no lamp");
        }

        @Override
        public boolean isHigh(int line) {
            int look = looks.incrementAndGet();
            return look > BOUNCES || look % 2 == 0;
        }

        @Override
        public void close() {
            // Nothing was taken.
        }
    }
}
