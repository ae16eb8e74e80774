package kz.adalkezek.server.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeSet;
import kz.adalkezek.server.voice.Announcement.Called;
import kz.adalkezek.server.voice.Announcement.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnnouncementTest {

    private static final int N = 0;
    private static final int KK_CARDINAL = 1;
    private static final int KK_ORDINAL = 2;
    private static final int RU_CARDINAL = 5;

    private Words words;

    @BeforeEach
    void reads() throws IOException {
        words = new Words();
    }

    /// The table was made apart from this program.
    @Test
    void countsAsTheTableDoesFrom1To999() throws IOException {
        var rows = Words.rows("kk_numbers.tsv");
        assertThat(rows).hasSize(1_000);
        for (var row : rows.subList(1, rows.size())) {
            int n = Integer.parseInt(row[N]);
            assertThat(words.said(new Kazakh().number(n))).isEqualTo(row[KK_CARDINAL]);
            assertThat(words.said(new Kazakh().ordinal(n))).isEqualTo(row[KK_ORDINAL]);
            assertThat(words.said(new Russian().number(n))).isEqualTo(row[RU_CARDINAL]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, мың, тысяча, one thousand",
        "1001, мың бір, тысяча один, one thousand and one",
        "2047, екі мың қырық жеті, две тысячи сорок семь, two thousand and forty seven",
        "5100, бес мың жүз, пять тысяч сто, five thousand one hundred",
        "11000, он бір мың, одиннадцать тысяч, eleven thousand",
        "21000, жиырма бір мың, двадцать одна тысяча, twenty one thousand",
        "32012, отыз екі мың он екі, тридцать две тысячи двенадцать, thirty two thousand and twelve",
        "99999, тоқсан тоғыз мың тоғыз жүз тоқсан тоғыз,"
                + " девяносто девять тысяч девятьсот девяносто девять,"
                + " ninety nine thousand nine hundred and ninety nine",
        "105, жүз бес, сто пять, one hundred and five",
        "340, үш жүз қырық, триста сорок, three hundred and forty",
        "19, он тоғыз, девятнадцать, nineteen",
    })
    void countsAsFarAsTicketsDo(int number, String kazakh, String russian, String english) {
        assertThat(words.said(new Kazakh().number(number))).isEqualTo(kazakh);
        assertThat(words.said(new Russian().number(number))).isEqualTo(russian);
        assertThat(words.said(new English().number(number))).isEqualTo(english);
    }

    @Test
    void saysKazakhThenRussian() {
        var said = Announcement.of(new Called('K', 47, 12, false, "kk"));

        assertThat(words.heard(said.full()))
                .containsExactly(
                        "Талон ка қырық жеті",
                        "он екінші терезеге келіңіз",
                        "Талон ка сорок семь",
                        "Пройдите к окну номер двенадцать");
        assertThat(words.heard(said.brief()))
                .containsExactly("ка қырық жеті он екінші терезе", "ка сорок семь Окно двенадцать");
    }

    @Test
    void addsTheTicketsLanguageWhereItIsAnother() {
        var said = Announcement.of(new Called('A', 20, 40, false, "en"));

        assertThat(said.full())
                .extracting(Sentence::language)
                .containsExactly("kk", "kk", "ru", "ru", "en", "en");
        assertThat(words.heard(said.full()))
                .contains("қырқыншы терезеге келіңіз")
                .endsWith("Ticket ay twenty", "Please go to counter forty");
        assertThat(words.heard(said.brief())).endsWith("ay twenty Counter forty");
    }

    @ParameterizedTest
    @CsvSource({"ru", "kk", "''", "xx"})
    void doesNotTellWhichOfTheTwoACitizenHasChosen(String language) {
        assertThat(Announcement.of(new Called('T', 1, 1, false, language)))
                .isEqualTo(Announcement.of(new Called('T', 1, 1, false, "kk")));
    }

    @Test
    void marksARepetitionInEachLanguage() {
        var said = Announcement.of(new Called('M', 3, 20, true, "en"));

        assertThat(words.heard(said.full()))
                .containsSubsequence(
                        "Қайта шақыру",
                        "Талон эм үш",
                        "жиырмасыншы терезеге келіңіз",
                        "Повторный вызов",
                        "Талон эм три",
                        "Called again",
                        "Ticket em three");
        assertThat(words.heard(said.brief())).contains("Қайта шақыру", "Повторный вызов");
        assertThat(words.heard(Announcement.of(new Called('M', 3, 20, false, "en")).full()))
                .doesNotContain("Қайта шақыру", "Повторный вызов", "Called again");
    }

    @Test
    void needsEveryRecordedWordAndNoOther() {
        var needed = new TreeSet<String>();
        var all = new ArrayList<Sentence>();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            var said = Announcement.of(new Called(letter, 1, 1, true, "en"));
            all.addAll(said.full());
            all.addAll(said.brief());
        }
        for (int n = 1; n < 1_000; n++) {
            all.addAll(Announcement.of(new Called('A', n, n, false, "en")).full());
            all.addAll(Announcement.of(new Called('A', n * 100, n, false, "en")).full());
        }
        all.forEach(sentence -> needed.addAll(sentence.clips()));
        // No hall has a thousand counters.
        needed.add("kk-ord-1000");

        assertThat(needed).isEqualTo(new TreeSet<>(words.byClip().keySet()));
    }
}
