package kz.adalkezek.kiosk.led;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The exact bytes, computed by hand and from the makers' manuals.
class FramesTest {

    @ParameterizedTest
    @CsvSource({
        "01, K1234, 02 30 31 31 32 33 34 03",
        "07, A047, 02 30 37 20 30 34 37 03",
        "99, Z9999, 02 39 39 39 39 39 39 03",
        "01, Z10000, 02 30 31 2D 2D 2D 2D 03",
        "12, , 02 31 32 20 20 20 20 03",
    })
    void speaksStx(String address, String number, String frame) {
        assertThat(hex(Protocol.STX, address, number)).isEqualTo(frame);
    }

    @ParameterizedTest
    @CsvSource({
        "01, K047, 00 00 00 00 00 01 5A 30 31 02 41 41 1B 20 62 4B 30 34 37 03 30 32 30 41 04",
        "0A, , 00 00 00 00 00 01 5A 30 41 02 41 41 1B 20 62 03 30 31 32 34 04",
    })
    void speaksAlphaWithItsSum(String address, String number, String frame) {
        assertThat(hex(Protocol.ALPHA, address, number)).isEqualTo(frame);
    }

    @ParameterizedTest
    @CsvSource({
        "01, true, true", "99, true, true", "0A, false, true", "FF, false, true",
        "00, false, false", "1, false, false", "001, false, false", "0a, false, false",
        "' 1', false, false"
    })
    void knowsWhichAddressesAProtocolHas(String text, boolean stx, boolean alpha) {
        assertThat(Address.parse(text, Protocol.STX).isPresent()).isEqualTo(stx);
        assertThat(Address.parse(text, Protocol.ALPHA).isPresent()).isEqualTo(alpha);
    }

    @Test
    void hasNoAddressOfEveryBoard() {
        assertThatThrownBy(() -> new Address("00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String hex(Protocol protocol, String address, String number) {
        var shown = Optional.ofNullable(number).map(TicketNumber::parse);
        return HexFormat.ofDelimiter(" ")
                .withUpperCase()
                .formatHex(protocol.frame(new Address(address), shown));
    }
}
