package kz.adalkezek.kiosk.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever grades the bytes of boards takes the makers' frames and nothing else.
class SignDecodersTest {

    @Test
    void readsTheVectorOfTheMaker() {
        assertThat(heard(new StxDecoder(), "02303131323334 03"))
                .containsExactly(new SignDecoder.Heard.Shown("01", "1234"));
    }

    @Test
    void readsSeveralFramesInOneRead() {
        assertThat(heard(new StxDecoder(), "0230313103 0230323203"))
                .containsExactly(
                        new SignDecoder.Heard.Shown("01", "1"),
                        new SignDecoder.Heard.Shown("02", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "41, outside of a frame: 41",
        "02 30 31 4B 03, no frame: 30 31 4b",
        "02 30 03, no frame: 30",
        "02 30 31 31 2E 31 2E 03, no frame: 30 31 31 2e 31 2e",
        "02 30 31 02 30 31 31 03, a frame without its end: 30 31",
        "02 30 31 31 31 31 31 31 31 31 31 31 31 31, a frame that is too long: 30 31 31 31 31 31 31 31 31 31 31 31 31",
    })
    void refusesWhatNoNumericBoardUnderstands(String bytes, String error) {
        assertThat(heard(new StxDecoder(), bytes)).contains(new SignDecoder.Heard.Garbage(error));
    }

    @Test
    void readsAlphaWithAndWithoutASum() {
        var withSum = "0000000000 01 5A3031 02 4141 1B2062 4B303437 03 30323041 04";
        var without = "00000000000000 01 5A3046 02 4130 1B2062 4B303438 04";
        assertThat(heard(new AlphaDecoder(), withSum + without))
                .containsExactly(
                        new SignDecoder.Heard.Shown("01", "K047"),
                        new SignDecoder.Heard.Shown("0F", "K048"));
    }

    @ParameterizedTest
    @CsvSource({
        // Four zeros wake no board.
        "00000000 01, outside of a frame: 01",
        "0000000000 01 5A3031 02 4141 1B2062 4B303437 03 30323042 04, a wrong sum",
        "0000000000 01 5A3031 02 4141 1B2062 4B303437 03 04, a sum without its mark",
        "0000000000 01 5A3031 02 4141 1B2061 4B303437 04, no frame",
        "0000000000 01 5A3031 02 4242 1B2062 4B303437 04, no frame",
        "0000000000 01 5A3061 02 4141 1B2062 4B303437 04, no frame",
        // A Cyrillic letter of Windows.
        "0000000000 01 5A3031 02 4141 1B2062 CA303437 04, no frame",
    })
    void refusesWhatNoAlphaBoardUnderstands(String bytes, String error) {
        var heard = heard(new AlphaDecoder(), bytes);
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().toString()).contains(error);
    }

    @Test
    void goesOnAfterRubbish() {
        var rubbish = "FF FE 01 03 04";
        assertThat(heard(new StxDecoder(), rubbish + "0230313103").getLast())
                .isEqualTo(new SignDecoder.Heard.Shown("01", "1"));
        assertThat(
                        heard(
                                        new AlphaDecoder(),
                                        rubbish + "0000000000 01 5A3031 02 4141 1B2062 41 04")
                                .getLast())
                .isEqualTo(new SignDecoder.Heard.Shown("01", "A"));
    }

    private static List<SignDecoder.Heard> heard(SignDecoder decoder, String bytes) {
        var heard = new ArrayList<SignDecoder.Heard>();
        for (byte next : HexFormat.of().parseHex(bytes.replace(" ", ""))) {
            decoder.take(Byte.toUnsignedInt(next)).ifPresent(heard::add);
        }
        return heard;
    }
}
