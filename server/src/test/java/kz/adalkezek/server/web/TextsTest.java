package kz.adalkezek.server.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.adalkezek.queue.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    private final Texts texts = Texts.load();

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveTheSameKeysInEveryLanguage(Language language) {
        assertThat(texts.keys(language)).isEqualTo(texts.keys(Language.KK));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveTheSamePlaceholdersInEveryLanguage(Language language) {
        assertThat(texts.keys(language))
                .allSatisfy(key ->
                        assertThat(placeholders(language, key))
                                .as(key)
                                .isEqualTo(placeholders(Language.KK, key)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saySomethingUnderEveryKey(Language language) {
        assertThat(texts.keys(language))
                .allSatisfy(key ->
                        assertThat(texts.sentence(language, key, Map.of())).as(key).isNotBlank());
    }

    @Test
    void explainEveryProblemAndEveryRefusalAndNothingElse() {
        var expected =
                Stream.of(
                                Stream.of(ProblemCode.values()).map(code -> Problem.of(code).key()),
                                Stream.of(Refusal.values()).map(why -> Problem.refused(why).key()))
                        .flatMap(keys -> keys)
                        .collect(toCollection(TreeSet::new));
        var written =
                texts.keys(Language.KK).stream()
                        .filter(key -> key.startsWith("problem.") || key.startsWith("refusal."))
                        .collect(toCollection(TreeSet::new));

        assertThat(written).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void nameTheStatusOfEveryProblem(ProblemCode code) {
        assertThat(texts.keys(Language.KK)).contains("status." + code.status());
    }

    @Test
    void speakToPeopleInFullSentencesOfAFewWords() {
        for (var language : Language.values()) {
            for (var key : texts.keys(language)) {
                if (key.startsWith("problem.") || key.startsWith("refusal.")) {
                    assertThat(texts.sentence(language, key, Map.of()).split("[.!?](?: |$)"))
                            .as(key)
                            .hasSizeGreaterThanOrEqualTo(2)
                            .allSatisfy(sentence ->
                                    assertThat(sentence.split(" ")).hasSizeLessThanOrEqualTo(15));
                }
            }
        }
    }

    private Set<String> placeholders(Language language, String key) {
        return PLACEHOLDER
                .matcher(texts.sentence(language, key, Map.of()))
                .results()
                .map(MatchResult::group)
                .collect(toCollection(TreeSet::new));
    }
}
