package kz.adalkezek.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A policy as a file and as part of its event: one text, each value within its range.
class PolicyCodecTest {

    private static final String TEXT = new String(PolicyCodec.text(SamplePolicy.POLICY), UTF_8);

    @Test
    void readsWhatItHasWritten() {
        assertThat(PolicyCodec.read(TEXT.getBytes(UTF_8))).isEqualTo(SamplePolicy.POLICY);
    }

    @Test
    void readsAFileInAnyLayout() {
        var spaced = TEXT.replace(",\"", ",\n  \"").getBytes(UTF_8);
        assertThat(PolicyCodec.read(spaced)).isEqualTo(SamplePolicy.POLICY);
    }

    @Test
    void leavesOutTheLimitsThatDoNotExist() {
        var unlimited = SamplePolicy.with(20, new Policy.Limits(0, 0, 0));
        var text = new String(PolicyCodec.text(unlimited), UTF_8);
        assertThat(text).contains("\"limits\":{}");
        assertThat(PolicyCodec.read(text.getBytes(UTF_8))).isEqualTo(unlimited);
        refuses("\"legs\":5", "\"legs\":0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"booking\"|{\"bookings\":1,\"booking\"",
                "\"calls\":2|\"calls\":2,\"called\":3",
                "\"credit\":30|\"credit\":30,\"secret\":1",
                "\"waiting\":400|\"waiting\":400,\"children\":3",
                "\"walkInShare\":60|\"walkInShare\":60,\"x\":[]",
            })
    void refusesAMemberThatNobodyKnows(String from, String to) {
        refuses(from, to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"maxOvertakes\":20,|''",
                "\"maxOvertakes\":20|\"maxOvertakes\":\"20\"",
                "\"maxOvertakes\":20|\"maxOvertakes\":20.0",
                "\"maxOvertakes\":20|\"maxOvertakes\":null",
                "\"maxOvertakes\":20|\"maxOvertakes\":2e1",
                "\"maxOvertakes\":20|\"maxOvertakes\":99999999999999999999",
                "\"reasons\":{|\"reasons\":[],\"r\":{",
                "\"accepted\"|\"Accepted\"",
                "\"accepted\"|\"\"",
                "\"accepted\"|7",
            })
    void refusesAMemberThatIsMissingOrOfAnotherForm(String from, String to) {
        refuses(from, to);
    }

    @ParameterizedTest
    @CsvSource({
        "maxOvertakes,1,1000000",
        "helpAfter,0,2678400",
        "handedWithin,0,2678400",
        "undoSeconds,0,2678400",
        "recallSpacing,0,2678400",
        "moreTime,0,2678400",
        "apart,0,2678400",
        "returnWithin,0,2678400",
        "early,0,2678400",
        "late,0,2678400",
        "answerWithin,0,2678400",
        "escalateWithin,0,2678400",
        "serving,0,2678400",
        "walkInShare,0,100",
        "calls,1,1000000",
        "legs,1,1000000",
        "ticketsPerKioskPerMinute,1,1000000",
    })
    void keepsEveryNumberInItsRange(String member, long least, long most) {
        assertThat(PolicyCodec.read(with(member, least))).isNotNull();
        assertThat(PolicyCodec.read(with(member, most))).isNotNull();
        assertThatThrownBy(() -> PolicyCodec.read(with(member, least - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PolicyCodec.read(with(member, most + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheCreditOfAGroundBetweenAMinuteAndADay() {
        assertThat(ground("P-OLD", 1).credit()).isEqualTo(1);
        assertThat(ground("P-OLD", 1440).credit()).isEqualTo(1440);
        assertThatThrownBy(() -> ground("P-OLD", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ground("P-OLD", 1441))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesNoCreditToOneGroundAlone() {
        assertThatThrownBy(() -> SamplePolicy.granting(List.of(ground("P-OLD", 15))))
                .hasMessageContaining("belongs to one ground alone");
        assertThatThrownBy(() ->
                        SamplePolicy.granting(List.of(ground("P-OLD", 15), ground("P-OLD", 15))))
                .hasMessageContaining("stands twice");
        assertThat(SamplePolicy.granting(List.of(ground("P-OLD", 15), ground("P-LARGE", 15))))
                .isNotNull();
        assertThat(SamplePolicy.granting(List.of())).isNotNull();
    }

    @Test
    void hasNoPartsOfASecond() {
        assertThatThrownBy(() ->
                        new Policy.NoShow(2, Duration.ofMillis(45_500), Duration.ofMinutes(15)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        SamplePolicy.helpingAfter("test-1", Duration.ofSeconds(10).plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void hasAVersionOfOneToFortyCharacters(int length) {
        assertThat(SamplePolicy.helpingAfter("v".repeat(length), 10)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 41})
    void hasNoVersionOfAnotherLength(int length) {
        assertThatThrownBy(() -> SamplePolicy.helpingAfter("v".repeat(length), 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allowsACodeForItsPurposeOnly() {
        assertThat(SamplePolicy.POLICY.allows("outcome", new Code("accepted"))).isTrue();
        assertThat(SamplePolicy.POLICY.allows("override", new Code("accepted"))).isFalse();
        assertThat(SamplePolicy.POLICY.allows("party", new Code("accepted"))).isFalse();
    }

    @Test
    void findsAGroundAndANormByTheirNames() {
        assertThat(SamplePolicy.POLICY.ground("P-OLD").map(Policy.Ground::credit)).contains(15);
        assertThat(SamplePolicy.POLICY.ground("P-KING")).isEmpty();
        assertThat(SamplePolicy.POLICY.norm("ID-CARD", new Code("office"))).isPresent();
        assertThat(SamplePolicy.POLICY.norm("ID-CARD", new Code("village"))).isEmpty();
    }

    private static void refuses(String from, String to) {
        assertThat(TEXT).contains(from);
        var bytes = TEXT.replace(from, to).getBytes(UTF_8);
        assertThatThrownBy(() -> PolicyCodec.read(bytes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] with(String member, long value) {
        var changed = TEXT.replaceAll("\"" + member + "\":[0-9]+", "\"" + member + "\":" + value);
        assertThat(changed).contains("\"" + member + "\":" + value);
        return changed.getBytes(UTF_8);
    }

    private static Policy.Ground ground(String code, int credit) {
        return new Policy.Ground(code, credit, "act", new Policy.Names("кк", "ру", "en"));
    }
}
