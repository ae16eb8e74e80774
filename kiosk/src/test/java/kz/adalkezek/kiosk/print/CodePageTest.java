package kz.adalkezek.kiosk.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodePageTest {

    private static final String KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

    @Test
    void encodesTheKazakhLettersAsPublished() {
        assertThat(hex(CodePage.KZ_1048, KAZAKH)).isEqualTo("A3BCAABA8D9DBDBEA5B4A1A2AFBF8E9EB2B3");
        assertThat(hex(CodePage.KZ_1048, "№ 1 – А я")).isEqualTo("B9203120962" + "0C020FF");
    }

    /// The C library knows the page, too, as RK1048.
    @Test
    void agreesWithTheSystemOnEveryByte() throws Exception {
        byte[] all = new byte[0x100];
        int at = 0;
        for (int code = 0x20; code <= 0xFF; code++) {
            // DEL, the hole of the page, its space that never breaks, and its soft hyphen.
            if (code != 0x7F && code != 0x98 && code != 0xA0 && code != 0xAD) {
                all[at++] = (byte) code;
            }
        }
        byte[] bytes = Arrays.copyOf(all, at);
        var words = new String(iconv(bytes), UTF_8);
        assertThat(words).hasSize(at).contains("Ә", "Қ");
        assertThat(CodePage.KZ_1048.encode(words).orElseThrow()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"◆", "₸", "ǵ", "a\u00ADb", "a\nb", "\u007F", "\uFFFF", "日"})
    void hasNoByteForWhatItLacksAndReplacesNothing(String words) {
        for (var page : CodePage.values()) {
            assertThat(page.encode(words)).as(page.tag()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOWS_1251, Ваш талон – № 1, true",
        "WINDOWS_1251, Сіздің талон, false",
        "CP866, Ваш талон № 1, true",
        "CP866, 10–15 мин, false",
        "CP855, Ваш талон, true",
        "CP855, Қалалық, false",
        "KZ_1048, Қалалық – 10–15 мин, true",
    })
    void knowsWhatItCanEncode(CodePage page, String words, boolean encodes) {
        assertThat(page.encode(words).isPresent()).isEqualTo(encodes);
    }

    @Test
    void sendsASpaceForOneThatNeverBreaks() {
        assertThat(hex(CodePage.CP866, "К\u00A0047")).isEqualTo("8A20303437");
    }

    private static String hex(CodePage page, String words) {
        return HexFormat.of().withUpperCase().formatHex(page.encode(words).orElseThrow());
    }

    private static byte[] iconv(byte[] bytes) throws IOException, InterruptedException {
        var process = new ProcessBuilder("iconv", "-f", "RK1048", "-t", "UTF-8").start();
        try (var in = process.getOutputStream()) {
            in.write(bytes);
        }
        byte[] converted = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return converted;
    }
}
