package kz.adalkezek.kiosk.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pi4J itself, with its own mock in place of a chip.
class Pi4jPinsTest {

    private static final Wiring WIRING =
            new Wiring(
                    Optional.of(17),
                    Optional.of(27),
                    Optional.empty(),
                    Optional.of(5),
                    Optional.empty(),
                    Optional.of(13));

    private final AtomicInteger edges = new AtomicInteger();
    private Pi4jPins pins;

    @BeforeEach
    void take() throws PinException {
        pins =
                Pi4jPins.open(
                        MockDigitalInputProvider.newInstance(),
                        MockDigitalOutputProvider.newInstance(),
                        WIRING,
                        edges::incrementAndGet);
    }

    @AfterEach
    void letGo() {
        pins.close();
    }

    @Test
    void drivesEveryOutputLowFromTheStart() {
        assertThat(output(17).state()).isEqualTo(DigitalState.LOW);
        assertThat(output(27).state()).isEqualTo(DigitalState.LOW);
    }

    @Test
    void leavesNoLampOnThatWasLit() throws PinException {
        pins.drive(17, true);
        pins.drive(17, false);
        pins.drive(17, true);
        pins.drive(27, true);
        var ready = output(17);
        var paper = output(27);
        assertThat(ready.state()).isEqualTo(DigitalState.HIGH);
        pins.close();
        assertThat(ready.state()).isEqualTo(DigitalState.LOW);
        assertThat(paper.state()).isEqualTo(DigitalState.LOW);
    }

    @Test
    void readsAButtonAndTellsOfItsEdges() throws PinException {
        MockDigitalInput button = pins.context().io("in-5");
        button.mockState(DigitalState.HIGH);
        assertThat(pins.isHigh(5)).isTrue();
        int before = edges.get();
        button.mockState(DigitalState.LOW);
        assertThat(pins.isHigh(5)).isFalse();
        assertThat(edges.get()).isGreaterThan(before);
    }

    @Test
    void knowsOnlyTheLinesOfItsWiring() {
        assertThatThrownBy(() -> pins.drive(5, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pins.isHigh(17)).isInstanceOf(IllegalArgumentException.class);
    }

    /// The native library exists for ARM alone; a computer without it has a fault and no surprise.
    @Test
    void saysWhereTheChipCannotBeHad() throws PinException {
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        assertThat(arch).isNotIn("aarch64", "arm");
        assertThatThrownBy(() -> Pi4jPins.gpiod(WIRING, () -> {})).isInstanceOf(PinException.class);
    }

    private DigitalOutput output(int line) {
        return pins.context().io("out-" + line);
    }
}
