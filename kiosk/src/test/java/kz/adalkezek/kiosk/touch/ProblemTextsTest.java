package kz.adalkezek.kiosk.touch;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.screens.Screens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

    private final Texts texts = new Texts(new Screens());

    @ParameterizedTest
    @EnumSource
    void explainEveryProblemAndNothingElse(Language language) {
        assertThat(texts.keys(language))
                .isEqualTo(
                        Stream.of(TouchProblem.values())
                                .map(problem -> "problem." + problem.code())
                                .collect(toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatIsWrongAndWhatToDo(TouchProblem problem) {
        for (var language : Language.values()) {
            assertThat(texts.sentence(language, problem, "x").split("[.!?:] ", -1))
                    .as(language.tag())
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(texts.sentence(language, problem, "x")).doesNotContain("{");
            boolean names =
                    !texts.sentence(language, problem, "x")
                            .equals(texts.sentence(language, problem, "yy"));
            boolean kazakhNames =
                    !texts.sentence(Language.KK, problem, "x")
                            .equals(texts.sentence(Language.KK, problem, "yy"));
            assertThat(names).isEqualTo(kazakhNames);
        }
    }
}
