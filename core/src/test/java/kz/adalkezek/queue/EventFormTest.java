package kz.adalkezek.queue;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// An entry has one form: whatever is written another way is refused, however harmless it looks.
class EventFormTest {

    private static final EventPage PAGE = new EventPage();
    private static final String TICKET = PAGE.examples("ticket.issued").get(1);
    private static final String POLICY = PAGE.examples("policy.published").getFirst();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // another layout
                "\"at\":1|\"at\": 1",
                "{\"arrival\"|{ \"arrival\"",
                ",\"v\":1}|,\"v\":1 }",
                "\"arrival\":1795406400120,\"at\":1795406400431|\"at\":1795406400431,\"arrival\":1795406400120",
                // members too many, too few, twice
                "\"v\":1}|\"v\":1,\"v\":1}",
                "\"v\":1}|\"v\":1,\"x\":1}",
                "\"credit\":30,|''",
                "\"dn\":2310,|''",
                "\"t\":\"ticket.issued\",|''",
                ",\"v\":1}|}",
                ",\"touched\":1795402800000|''",
                "\"bounded\":true,|''",
                // numbers in another form
                "\"credit\":30|\"credit\":30.0",
                "\"credit\":30|\"credit\":3e1",
                "\"credit\":30|\"credit\":030",
                "\"credit\":30|\"credit\":-0",
                "\"credit\":30|\"credit\":-30",
                "\"credit\":30|\"credit\":+30",
                "\"credit\":30|\"credit\":\"30\"",
                "\"credit\":30|\"credit\":null",
                "\"credit\":30|\"credit\":true",
                "\"credit\":30|\"credit\":9007199254740992",
                "\"arrival\":1795406400120|\"arrival\":9007199254740992",
                "\"arrival\":1795406400120|\"arrival\":9223372036854775808",
                "\"credit\":30|\"credit\":NaN",
                // values in another form
                "\"bounded\":true|\"bounded\":false",
                "\"bounded\":true|\"bounded\":1",
                "\"number\":\"K047\"|\"number\":\"K47\"",
                "\"number\":\"K047\"|\"number\":\"K0047\"",
                "\"number\":\"K047\"|\"number\":\"k047\"",
                "\"number\":\"K047\"|\"number\":\"K000\"",
                "\"groups\":[\"SOC\"]|\"groups\":[]",
                "\"groups\":[\"SOC\"]|\"groups\":\"SOC\"",
                "\"groups\":[\"SOC\"]|\"groups\":[\"soc\"]",
                "\"groups\":[\"SOC\"]|\"groups\":[\"SOC\",]",
                "3f2a1b001270|3F2A1B001270",
                "0192f3c6-a1b2|192f3c6-a1b2",
                // strings in another form
                "\"by\":\"k1\"|\"by\":\"\\u006b1\"",
                "\"policy\":\"demo-1\"|\"policy\":\"demo\\u002d1\"",
                "\"policy\":\"demo-1\"|\"policy\":\"demo\\/1\"",
                "\"policy\":\"demo-1\"|\"policy\":\"\\ud800\"",
                "\"policy\":\"demo-1\"|\"policy\":\"\\udc00\\ud800\"",
                "\"policy\":\"demo-1\"|\"policy\":\"\\u001F\"",
                "\"policy\":\"demo-1\"|\"policy\":\"\\u000a\"",
                "\"policy\":\"demo-1\"|\"policy\":'demo-1'",
                // the envelope
                "\"v\":1|\"v\":2",
                "\"v\":1|\"v\":0",
                "\"t\":\"ticket.issued\"|\"t\":\"ticket.Issued\"",
                "\"t\":\"ticket.issued\"|\"t\":\"desk.paused\"",
                "\"by\":\"k1\"|\"by\":\"branch\"",
                "\"by\":\"k1\"|\"by\":\"o-5f21c09ab3\"",
                "\"by\":\"k1\"|\"by\":\"K1\"",
                "\"by\":\"k1\"|\"by\":\"\"",
                "\"dn\":2310|\"dn\":0",
                "\"dn\":2310|\"dn\":-1",
                "\"i\":4720|\"i\":-1",
                "\"i\":4720|\"i\":4720,\"more\":0",
                "\"i\":4720|\"i\":4720,\"more\":-1",
                "\"i\":4720|\"i\":4720,\"more\":2147483648",
            })
    void refusesASecondFormOfATicket(String from, String to) {
        assertThat(TICKET).contains(from);
        refuses(TICKET.replace(from, to).getBytes(UTF_8));
    }

    @Test
    void refusesACommitmentThatIsNoHash() {
        var c = TICKET.replaceAll(".*\"c\":\"([^\"]*)\".*", "$1");
        assertThat(c).hasSize(43);
        refuses(TICKET.replace(c, c.substring(1)).getBytes(UTF_8));
        refuses(TICKET.replace(c, c + "=").getBytes(UTF_8));
        refuses(TICKET.replace(c, c.substring(0, 42) + "B").getBytes(UTF_8));
        refuses(TICKET.replace(c, "+" + c.substring(1)).getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "device.enrolled|\"hall\":\"main\",|''",
                "device.enrolled|\"hall\":\"main\"|\"hall\":\"\"",
                "device.enrolled|\"kind\":\"kiosk\"|\"kind\":\"Kiosk\"",
                "device.enrolled|\"device\":\"k1\"|\"device\":\"branch\"",
                "device.state|\"state\":\"here\"|\"state\":\"gone\"",
                "catalogue.published|\"EMP\":\"K\"|\"EMP\":\"К\"",
                "catalogue.published|\"EMP\":\"K\"|\"EMP\":\"KK\"",
                "day.opened|\"10\":\"main\"|\"10\":\"\"",
                "day.opened|\"10\":\"main\"|\"010\":\"main\"",
                "day.opened|\"10\":\"main\"|\"1000\":\"main\"",
                "day.opened|\"day\":\"2026-11-23\"|\"day\":\"2026-11-31\"",
                "day.opened|\"day\":\"2026-11-23\"|\"day\":\"20261123\"",
                "day.closed|\"SOC\":31|\"SOC\":-31",
                "call.made|\"rule\":\"order\"|\"rule\":\"luck\"",
                "call.made|\"overtaken\":2|\"overtaken\":2,\"reason\":\"\"",
                "call.made|\"overtaken\":2|\"overtaken\":2,\"reason\":\"Free text\"",
                "call.shown|\"spoken\":true,|''",
                "desk.opened|\"desk\":3|\"desk\":0",
                "desk.opened|\"desk\":3|\"desk\":1000",
                "refused|\"code\":\"undo-pause\"|\"code\":\"UNDO_PAUSE\"",
                "refused|\"command\":\"call-next\"|\"command\":\"\"",
                "service.finished|\"outcome\":\"accepted\"|\"outcome\":\"\"",
                "ticket.left|\"reason\":\"citizen\",|''",
                "log.opened|\"origin\":\"example.kz/branch/1\"|\"origin\":\"example.kz/branch/1\",\"previous\":\"\"",
            })
    void refusesASecondFormOfOthers(String type, String from, String to) {
        var leaf = PAGE.examples(type).getFirst();
        assertThat(leaf).contains(from);
        refuses(leaf.replace(from, to).getBytes(UTF_8));
    }

    @Test
    void refusesAnotherEncoding() {
        refuses(TICKET.getBytes(UTF_16LE));
        refuses(TICKET.getBytes(UTF_16BE));
        refuses(joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, TICKET.getBytes(UTF_8)));
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        // A lone continuation, a slash in two bytes, half a pair in three, a cut character.
        refusesInText((byte) 0x80);
        refusesInText((byte) 0xC0, (byte) 0xAF);
        refusesInText((byte) 0xED, (byte) 0xA0, (byte) 0x80);
        refusesInText((byte) 0xD0);
        refusesInText((byte) 0xFF);
    }

    @Test
    void refusesWhatStandsBeforeOrBehind() {
        var leaf = TICKET.getBytes(UTF_8);
        for (var rest : new String[] {" ", "\n", "\0", "{}", "1", ",", "}"}) {
            refuses(joined(leaf, rest.getBytes(UTF_8)));
            refuses(joined(rest.getBytes(UTF_8), leaf));
        }
        refuses(new byte[0]);
        refuses("[]".getBytes(UTF_8));
        refuses("null".getBytes(UTF_8));
        refuses(("[" + TICKET + "]").getBytes(UTF_8));
    }

    @Test
    void refusesALeafThatIsCutAnywhere() {
        var leaf = TICKET.getBytes(UTF_8);
        for (int length = 0; length < leaf.length; length++) {
            refuses(Arrays.copyOf(leaf, length));
        }
    }

    @Test
    void refusesDepthWithoutAnEnd() {
        refuses(POLICY.replace("\"pause\":[", "\"pause\":" + "[".repeat(50_000)).getBytes(UTF_8));
    }

    static LongStream seeds() {
        return new Random().longs(4);
    }

    /// Bytes are changed at random: either the leaf is refused, with no other fault, or it is the
    /// one form of another entry.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverReadsBytesThatItWouldNotWrite(long seed) {
        var random = new Random(seed);
        for (var example : PAGE.examples()) {
            for (int i = 0; i < 150; i++) {
                var leaf = example.getBytes(UTF_8);
                int at = random.nextInt(leaf.length);
                leaf[at] =
                        random.nextBoolean()
                                ? (byte) random.nextInt(256)
                                : leaf[random.nextInt(leaf.length)];
                writesAgainWhatItReads(leaf);
            }
        }
    }

    private static void writesAgainWhatItReads(byte[] leaf) {
        Optional<Entry> read = Optional.empty();
        try {
            read = Optional.of(EventCodec.decode(leaf));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("IllegalStateException");
        }
        read.ifPresent(entry -> assertThat(EventCodec.encode(entry)).isEqualTo(leaf));
    }

    private static void refusesInText(byte... bytes) {
        var leaf = POLICY.getBytes(UTF_8);
        int at = POLICY.substring(0, POLICY.indexOf("Elderly")).getBytes(UTF_8).length;
        refuses(joined(Arrays.copyOf(leaf, at), bytes, Arrays.copyOfRange(leaf, at, leaf.length)));
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (var part : parts) {
            bytes.put(part);
        }
        return bytes.array();
    }

    private static void refuses(byte[] leaf) {
        assertThatThrownBy(() -> EventCodec.decode(leaf))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
