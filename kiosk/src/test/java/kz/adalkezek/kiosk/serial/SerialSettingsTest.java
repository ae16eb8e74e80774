package kz.adalkezek.kiosk.serial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialSettingsTest {

    /// A writer sleeps while the 4 kB before its bytes go out.
    @ParameterizedTest
    @CsvSource({"9600, 4267", "19200, 2134", "115200, 356"})
    void waitsLongerForAPortThanTheSystemsBufferNeeds(int baud, long bufferMs) {
        var port = new SerialSettings("/dev/ticket-printer", baud, false, false);
        assertThat(port.wireMs(4_096)).isEqualTo(bufferMs);
        assertThat(port.writeMaxMs(512)).isGreaterThan(2 * bufferMs);
    }

    @ParameterizedTest
    @CsvSource({"EIGHT_NONE_ONE, 1000", "SEVEN_EVEN_ONE, 1000", "EIGHT_EVEN_ONE, 1100"})
    void countsEveryBitOfAByte(Frame frame, long ms) {
        var port = new SerialSettings("/dev/board", 9_600, frame, false, false);
        assertThat(port.wireMs(960)).isEqualTo(ms);
    }
}
