package kz.adalkezek.kiosk.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kz.adalkezek.kiosk.TestBranch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @ParameterizedTest
    @CsvSource({
        "7K2MQ-X4R9T, 7K2MQX4R9T",
        "7k2mqx4r9t, 7K2MQX4R9T",
        "' 7K2M QX4R 9T ', 7K2MQX4R9T"
    })
    void isABooking(String scanned, String code) {
        assertThat(Code.of(scanned)).isEqualTo(new Code.Booking(code));
    }

    /// The sample's nonce is sixteen zeros; the token was computed by another program.
    @Test
    void isATicketByItsReceipt() {
        assertThat(Code.of(TestBranch.RECEIPT)).isEqualTo(new Code.Visit("6lzK4aJCmniVJouwA3IYRg"));
    }

    @Test
    void isATicketByItsPage() {
        var token = "abcdefghijklmnopqrst-_";
        assertThat(Code.of("https://queue.example.gov/t/" + token))
                .isEqualTo(new Code.Visit(token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7K2MQX4R9",
                "7K2MQX4R9TT",
                "4601234567890",
                "https://queue.example.gov/t#12",
                "https://queue.example.gov/t/abcdefghijklmnopqrst-",
                "https://queue.example.gov/t/abcdefghijklmnopqrst-_?x",
                "KZ<<<<<<<<<<"
            })
    void isNothingOfOurs(String scanned) {
        assertThat(Code.of(scanned)).isEqualTo(new Code.Unknown());
    }

    @Test
    void endsWithEitherMarkAndComesInPieces() {
        var lines = new ScanLines();
        assertThat(lines.take(ascii("7K2M"))).isEmpty();
        assertThat(lines.take(ascii("Q\r\nAB\n\r"))).containsExactly("7K2MQ", "AB");
    }

    @Test
    void isUnreadableWhenItIsTooLongOrNoText() {
        var longest = "a".repeat(ScanLines.CODE_MAX_CHARS);
        var lines = new ScanLines();
        assertThat(lines.take(ascii(longest + "\r"))).containsExactly(longest);
        assertThat(lines.take(ascii(longest + "a\r"))).containsExactly("");
        assertThat(lines.take(new byte[] {'a', (byte) 0xD0, '\r', 'b', '\r'}))
                .containsExactly("", "b");
    }

    @Test
    void doesNotGoOnAfterABreak() {
        var lines = new ScanLines();
        lines.take(ascii("7K2M"));
        lines.forget();
        assertThat(lines.take(ascii("AB\r"))).isEqualTo(List.of("AB"));
    }

    private static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) text.charAt(i));
        return bytes;
    }
}
