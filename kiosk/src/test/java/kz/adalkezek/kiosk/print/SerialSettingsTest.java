package kz.adalkezek.kiosk.print;

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
}
