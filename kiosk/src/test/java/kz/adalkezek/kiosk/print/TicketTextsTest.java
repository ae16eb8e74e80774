package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    private static final TicketTexts KAZAKH = new TicketTexts(Language.KK);

    @ParameterizedTest
    @EnumSource
    void hasTheSameKeysAndPlaceholdersInEveryLanguage(Language language) {
        var texts = new TicketTexts(language);
        assertThat(texts.keys()).isEqualTo(KAZAKH.keys());
        for (var key : texts.keys()) {
            assertThat(texts.say(key)).as(key).isNotEmpty();
            assertThat(placeholders(texts.say(key)))
                    .as(key)
                    .containsExactlyInAnyOrder(placeholders(KAZAKH.say(key)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, человек", "2, человека", "4, человека", "5, человек", "11, человек", "12, человек",
        "14, человек", "21, человек", "22, человека", "25, человек", "101, человек", "111, человек",
        "112, человек", "122, человека", "100, человек"
    })
    void countsInRussian(int number, String word) {
        assertThat(new TicketTexts(Language.RU).counted("ticket.ahead", number))
                .isEqualTo(word + " перед вами");
    }

    @Test
    void countsInKazakhAndEnglish() {
        var english = new TicketTexts(Language.EN);
        assertThat(english.counted("ticket.ahead", 1)).isEqualTo("person ahead of you");
        assertThat(english.counted("ticket.ahead", 21)).isEqualTo("people ahead of you");
        assertThat(KAZAKH.counted("ticket.ahead", 1)).isEqualTo("адам алдыңызда");
        assertThat(KAZAKH.counted("ticket.ahead", 7)).isEqualTo("адам алдыңызда");
    }

    @Test
    void keepsThousandsApart() {
        assertThat(KAZAKH.number(999)).isEqualTo("999");
        assertThat(KAZAKH.number(4_712)).isEqualTo("4\u00A0712");
        assertThat(KAZAKH.number(1_234_567)).isEqualTo("1\u00A0234\u00A0567");
        assertThat(new TicketTexts(Language.EN).number(1_000)).isEqualTo("1,000");
    }

    @Test
    void saysWhichTextIsMissing() {
        assertThatThrownBy(() -> KAZAKH.say("ticket.nonsense"))
                .hasMessage("no text ticket.nonsense in kk");
    }

    private static String[] placeholders(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(it -> it.group()).toArray(String[]::new);
    }
}
