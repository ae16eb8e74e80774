package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void writesTheExampleOfTheLogFormat() {
        var ticket = new HashMap<String, Object>();
        ticket.put("v", 1);
        ticket.put("t", "ticket.issued");
        ticket.put("number", "A042");
        ticket.put("i", 1042L);
        ticket.put("groups", List.of("ID"));
        ticket.put("at", 1763800000120L);
        ticket.put("arrival", 1763800000000L);
        ticket.put("credit", 0);
        assertThat(written(ticket))
                .isEqualTo(
                        "{\"arrival\":1763800000000,\"at\":1763800000120,\"credit\":0,"
                                + "\"groups\":[\"ID\"],\"i\":1042,\"number\":\"A042\","
                                + "\"t\":\"ticket.issued\",\"v\":1}");
    }

    /// RFC 8785 section 3.2.3; the smiley is two code units and so comes before U+FB33.
    @Test
    void sortsKeysByCodeUnitsAsTheRfcDoes() {
        var object = new HashMap<String, Object>();
        object.put("\u20ac", "Euro Sign");
        object.put("\r", "Carriage Return");
        object.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        object.put("1", "One");
        object.put("\ud83d\ude00", "Emoji: Grinning Face");
        object.put("\u0080", "Control");
        object.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(written(object))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\","
                                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(written(new TreeMap<>(object))).isEqualTo(written(object));
        var backwards = new TreeMap<String, Object>(Collections.reverseOrder());
        backwards.putAll(object);
        assertThat(written(backwards)).isEqualTo(written(object));
    }

    /// RFC 8785 section 3.2.2.
    @Test
    void escapesStringsAsTheRfcDoes() {
        assertThat(written(Map.of("string", "\u20ac$\u000F\nA'B\"\\\\\"/")))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(written(Map.of("s", "\b\t\n\f\r\u0000\u0001\u001f \u007f/<>&'")))
                .isEqualTo("{\"s\":\"\\b\\t\\n\\f\\r\\u0000\\u0001\\u001f \u007f/<>&'\"}");
    }

    @Test
    void writesEveryLengthOfUtf8() {
        assertThat(CanonicalJson.write(Map.of("s", "\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff")))
                .isEqualTo(
                        "{\"s\":\"\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\"}".getBytes(UTF_8));
        assertThat(CanonicalJson.write(Map.of("s", "\ud800\udc00\udbff\udfff")))
                .isEqualTo("{\"s\":\"\ud800\udc00\udbff\udfff\"}".getBytes(UTF_8));
    }

    @Test
    void writesEmptyAndNestedValues() {
        assertThat(written(Map.of())).isEqualTo("{}");
        assertThat(written(Map.of("a", List.of(), "b", Map.of(), "c", "")))
                .isEqualTo("{\"a\":[],\"b\":{},\"c\":\"\"}");
        assertThat(written(Map.of("a", List.of(true, false, Map.of("z", 1, "b", List.of(-1, 2L))))))
                .isEqualTo("{\"a\":[true,false,{\"b\":[-1,2],\"z\":1}]}");
    }

    @Test
    void writesIntegersUpTo53Bits() {
        long max = 9_007_199_254_740_991L;
        assertThat(written(Map.of("n", max))).isEqualTo("{\"n\":9007199254740991}");
        assertThat(written(Map.of("n", -max))).isEqualTo("{\"n\":-9007199254740991}");
        assertThat(written(Map.of("n", Integer.MIN_VALUE))).isEqualTo("{\"n\":-2147483648}");
        assertThat(written(Map.of("n", -0L))).isEqualTo("{\"n\":0}");
        assertThatThrownBy(() -> written(Map.of("n", max + 1))).hasMessageContaining("2^53");
        assertThatThrownBy(() -> written(Map.of("n", -max - 1))).hasMessageContaining("2^53");
        assertThatThrownBy(() -> written(Map.of("n", Long.MIN_VALUE))).hasMessageContaining("2^53");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void refusesHalfASurrogatePairInValueAndKey(String text) {
        assertThatThrownBy(() -> written(Map.of("s", text))).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> written(Map.of(text, 1))).hasMessageContaining("surrogate");
    }

    @Test
    void refusesNullAndEveryOtherType() {
        var withNull = new HashMap<String, Object>();
        withNull.put("a", null);
        assertThatThrownBy(() -> written(withNull)).hasMessageContaining("left out");
        assertThatThrownBy(() -> written(Map.of("a", Arrays.asList(1, null))))
                .hasMessageContaining("left out");
        assertThatThrownBy(() -> written(Map.of("a", 1.0))).hasMessageContaining("Double");
        assertThatThrownBy(() -> written(Map.of("a", 'c'))).hasMessageContaining("Character");
        assertThatThrownBy(() -> written(Map.of("a", (short) 1))).hasMessageContaining("Short");
        assertThatThrownBy(() -> written(Map.of("a", Map.of(1, 2)))).hasMessageContaining("name");
    }

    @Test
    void writesUpTo32Levels() {
        assertThat(written(nested(32))).startsWith("{\"a\":{\"a\":");
        assertThatThrownBy(() -> written(nested(33))).hasMessageContaining("32 levels");
    }

    @Test
    void growsForLongText() {
        var text = "\u0001".repeat(100_000);
        assertThat(CanonicalJson.write(Map.of("s", text))).hasSize(600_008);
    }

    /// Jackson reads back what was written: another program's view of the same bytes.
    @Test
    void isReadByAnotherProgramAsWhatWasMeant() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var object = new HashMap<String, Object>();
            for (int member = random.nextInt(6); member > 0; member--) {
                object.put(text(random), List.of(text(random), random.nextLong() >> 11));
            }
            byte[] written = CanonicalJson.write(object);
            assertThat(new ObjectMapper().readValue(written, Object.class))
                    .as("seed %d", seed)
                    .isEqualTo(widened(object));
        }
    }

    private static Map<String, Object> widened(Map<String, Object> object) {
        var widened = new HashMap<String, Object>();
        object.forEach((key, value) -> {
            var pair = (List<?>) value;
            long number = (Long) pair.get(1);
            Object read = number == (int) number ? (Object) (int) number : (Object) number;
            widened.put(key, List.of(pair.get(0), read));
        });
        return widened;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int bits = 1 + random.nextInt(20);
            int c = random.nextInt(1 << bits);
            text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 'x' : c);
        }
        return text.toString();
    }

    private static Map<String, Object> nested(int levels) {
        Map<String, Object> object = Map.of();
        for (int i = 1; i < levels; i++) {
            object = Map.of("a", object);
        }
        return object;
    }

    private static String written(Map<String, ?> object) {
        return new String(CanonicalJson.write(object), UTF_8);
    }
}
