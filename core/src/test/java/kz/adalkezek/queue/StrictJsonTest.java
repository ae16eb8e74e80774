package kz.adalkezek.queue;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes from outside as JSON: any layout, but one object and honest UTF-8.
class StrictJsonTest {

    @Test
    void readsTextsIntegersTruthsListsAndObjectsInAnyLayout() {
        assertThat(read(" {\n\"a\" : [1, -2, {\"b\":true}], \"c\":\"ә😀\\n\" }\n"))
                .isEqualTo(Map.of("a", List.of(1L, -2L, Map.of("b", true)), "c", "ә😀\n"));
        assertThat(read("{\"pair\":\"\\ud83d\\ude00\"}")).isEqualTo(Map.of("pair", "😀"));
        assertThat(read("{\"n\":9223372036854775807}")).isEqualTo(Map.of("n", Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "7",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":[1,2}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":null}",
                "{\"a\":1.5}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":9223372036854775808}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":1}{}",
                "{\"a\":1} x",
                "{\"a\":1}\0",
                "{/*note*/\"a\":1}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\ude00\\ud83d\"}",
                "{\"\\ud800\":1}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\u0001\"}",
                "\uFEFF{\"a\":1}",
            })
    void refusesEverythingElse(String json) {
        refuses(json.getBytes(UTF_8));
    }

    @Test
    void refusesOtherEncodings() {
        for (var other : new Charset[] {UTF_16LE, UTF_16BE, Charset.forName("UTF-32BE")}) {
            refuses("{\"a\":1}".getBytes(other));
        }
    }

    /// Lone continuations and cut characters, longer forms, half a pair, beyond U+10FFFF.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "d0",
                "ff",
                "c0af",
                "e08080",
                "f0808080",
                "eda080",
                "f4908080",
                "f5808080"
            })
    void refusesWhatIsNoUtf8(String hex) {
        refuses(HexFormat.of().parseHex("7b2261223a22" + hex + "227d"));
    }

    @Test
    void goesSixteenLevelsDeepAndNoFurther() {
        assertThat(read("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}")).hasSize(1);
        refuses(("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}").getBytes(UTF_8));
    }

    private static Map<String, Object> read(String json) {
        return StrictJson.read(json.getBytes(UTF_8));
    }

    private static void refuses(byte[] json) {
        assertThatThrownBy(() -> StrictJson.read(json))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
