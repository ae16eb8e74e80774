package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.PolicyCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The law in plain words (`docs/law.*.md`) says the numbers of the demo's policy. In the texts
/// each stands before a comment that names it: `20<!-- maxOvertakes -->`.
final class LawTextTest {

    private static final Pattern NUMBER = Pattern.compile("(\\d+)<!-- ([^>]+) -->");
    private static final Pattern ROW =
            Pattern.compile(
                    "\\| [^|]+ \\| (\\d\\d:\\d\\d) \\| (\\d+)[^|]* \\| (\\d\\d:\\d\\d) \\| (\\d) \\|");
    private static final LocalTime SLOT = LocalTime.of(10, 0);

    private static final Set<String> NUMBERS =
            Set.of(
                    "handedWithin s",
                    "ground P-LARGE",
                    "ground P-PREG",
                    "ground P-OLD",
                    "booking.credit",
                    "booking.early min",
                    "booking.late min",
                    "booking.walkInShare",
                    "maxOvertakes",
                    "helpAfter min",
                    "recallSpacing s",
                    "noShow.calls",
                    "noShow.apart s",
                    "noShow.returnWithin min",
                    "moreTime min",
                    "undoSeconds s");

    private record Person(LocalTime came, int minutes, LocalTime fair, int called) {}

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void saysTheNumbersOfThePolicy(String language) throws IOException {
        var policy = policy();
        var said = new TreeSet<String>();
        var numbers = NUMBER.matcher(text(language));
        while (numbers.find()) {
            said.add(numbers.group(2));
            assertThat(Long.parseLong(numbers.group(1)))
                    .as(numbers.group(2))
                    .isEqualTo(number(numbers.group(2), policy));
        }
        assertThat(said).containsExactlyInAnyOrderElementsOf(NUMBERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void callsThePeopleOfTheExampleInTheOrderOfTheLaw(String language) throws IOException {
        var people = new ArrayList<Person>();
        var rows = ROW.matcher(text(language));
        while (rows.find()) {
            people.add(
                    new Person(
                            LocalTime.parse(rows.group(1)),
                            Integer.parseInt(rows.group(2)),
                            LocalTime.parse(rows.group(3)),
                            Integer.parseInt(rows.group(4))));
        }
        assertThat(people).hasSize(3);
        assertThat(people)
                .allSatisfy(one ->
                        assertThat(one.came().minusMinutes(one.minutes())).isEqualTo(one.fair()));
        assertThat(people.stream().sorted(Comparator.comparing(Person::fair)).map(Person::called))
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void booksDanaByThePolicy(String language) throws IOException {
        var booking = policy().booking();
        assertThat(text(language))
                .contains(
                        SLOT.toString(),
                        SLOT.minusMinutes(booking.credit()).toString(),
                        SLOT.minus(booking.early()).toString(),
                        SLOT.plus(booking.late()).toString());
    }

    @Test
    void namesEachGroundThatThePolicyHas() throws IOException {
        var policy = policy();
        assertThat(policy.grounds().stream().map(Policy.Ground::code))
                .containsExactlyInAnyOrder(
                        "P-VET", "P-DIS12", "P-DISCH", "P-PREG", "P-BABY", "P-LARGE", "P-OLD");
        for (var code : List.of("P-VET", "P-DIS12", "P-DISCH", "P-BABY")) {
            assertThat(number("ground " + code, policy)).isEqualTo(number("ground P-PREG", policy));
        }
        assertThat(number("ground P-LARGE", policy)).isEqualTo(number("ground P-OLD", policy));
    }

    private static long number(String name, Policy policy) {
        return switch (name) {
            case "handedWithin s" -> policy.handedWithin().toSeconds();
            case "booking.credit" -> policy.booking().credit();
            case "booking.early min" -> policy.booking().early().toMinutes();
            case "booking.late min" -> policy.booking().late().toMinutes();
            case "booking.walkInShare" -> policy.booking().walkInShare();
            case "maxOvertakes" -> policy.maxOvertakes();
            case "helpAfter min" -> policy.helpAfter().toMinutes();
            case "recallSpacing s" -> policy.recallSpacing().toSeconds();
            case "noShow.calls" -> policy.noShow().calls();
            case "noShow.apart s" -> policy.noShow().apart().toSeconds();
            case "noShow.returnWithin min" -> policy.noShow().returnWithin().toMinutes();
            case "moreTime min" -> policy.moreTime().toMinutes();
            case "undoSeconds s" -> policy.undoSeconds().toSeconds();
            default -> policy.ground(name.replace("ground ", "")).orElseThrow().credit();
        };
    }

    private static Policy policy() throws IOException {
        return PolicyCodec.read(DemoFiles.bytes("policy.json"));
    }

    private static String text(String language) throws IOException {
        return Files.readString(Path.of("../docs/law." + language + ".md"));
    }
}
