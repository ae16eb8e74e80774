package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketLayoutTest {

    private static final SampleTickets SAMPLES = new SampleTickets();
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 22, 9, 7, 1);

    @ParameterizedTest
    @CsvSource({"A001, А 001", "E012, Е 012", "K047, К 047", "M999, М 999", "T1000, Т 1000"})
    void showsTheLetterAsCyrillicAndNeverBreaksTheNumber(String number, String shown) {
        assertThat(TicketLayout.shown(TicketNumber.parse(number)))
                .isEqualTo(shown.replace(' ', '\u00A0'));
    }

    @Test
    void writesTheDateAsPeopleDo() {
        assertThat(layout(Language.KK).date(MORNING)).isEqualTo(spaced("2026~ж. 22~қараша, 09:07"));
        assertThat(layout(Language.RU).date(MORNING)).isEqualTo(spaced("22~ноября 2026~г., 09:07"));
        assertThat(layout(Language.EN).date(MORNING)).isEqualTo(spaced("22~November 2026, 09:07"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1~мин",
        "1, 60, 1~мин",
        "61, 500, 2–9~мин",
        "600, 600, 10~мин",
        "600, 601, 10–15~мин",
        "600, 900, 10–15~мин",
        "901, 1500, 20–25~мин",
        "3600, 72000, 60–1~200~мин"
    })
    void tellsTheWaitRoundedUp(int p50, int p90, String told) {
        var wait = new Wait(Duration.ofSeconds(p50), Duration.ofSeconds(p90), true);
        assertThat(layout(Language.KK).range(wait)).isEqualTo(spaced(told));
    }

    @Test
    void marksAWaitThatIsOnlyTheNorm() {
        var sample = SAMPLES.in(Language.RU);
        assertThat(words(sample)).contains("(по норме)");
        assertThat(words(with(sample, new Wait(Duration.ZERO, Duration.ofMinutes(4), true))))
                .doesNotContain("норме");
    }

    @Test
    void tellsThePersonWhoIsNext() {
        var next = SAMPLES.of(Language.KK, 0, false, false, SAMPLES.receipt);
        assertThat(words(next)).contains("Келесі кезек – сіздікі").doesNotContain("адам");
        assertThat(words(SAMPLES.in(Language.KK))).contains("адам алдыңызда");
    }

    @Test
    void marksAGroundByADiamondAloneAndACopyByWords() {
        var plain = SAMPLES.in(Language.EN);
        assertThat(words(plain)).contains("Your ticket").doesNotContain("◆").doesNotContain("Copy");
        assertThat(words(SAMPLES.of(Language.EN, 6, true, false, SAMPLES.receipt)))
                .contains("Your ticket\u00A0◆");
        assertThat(words(SAMPLES.of(Language.EN, 6, false, true, SAMPLES.receipt)))
                .contains("Copy of your ticket")
                .doesNotContain("Your ticket");
    }

    @Test
    void showsTheSizeAndTheFirstBytesOfTheRoot() {
        var root = SAMPLES.receipt.root().bytes();
        var shown = TicketLayout.shortRoot(root);
        assertThat(shown).matches("[0-9A-F]{4}–[0-9A-F]{4}");
        assertThat(shown).startsWith("%02X%02X–".formatted(root[0], root[1]));
        assertThat(words(SAMPLES.in(Language.RU)))
                .contains(spaced("В журнале 4~712~записей"), shown);
    }

    @Test
    void namesAllServicesAndGroups() {
        var sample = SAMPLES.in(Language.EN);
        var several =
                new Ticket(
                        sample.number(),
                        sample.language(),
                        sample.branch(),
                        List.of("Identity card", "Registration of residence"),
                        List.of("Documents", "Express counter"),
                        sample.issued(),
                        sample.origin(),
                        false,
                        false);
        assertThat(words(several))
                .contains(
                        "Identity card",
                        "Registration of residence",
                        "Documents · Express counter");
    }

    @Test
    void saysThatATicketWasIssuedWithoutConnectionAndFromWhenTheOrderIsKept() {
        assertThat(words(SAMPLES.offline(Language.KK)))
                .contains("Байланыссыз берілді", "Кезегіңіз мына уақыттан бері сақталады: 09:00")
                .doesNotContain("адам", "мин", "Журналда");
        assertThat(words(SAMPLES.offline(Language.RU)))
                .contains("Выдан без связи", "Ваша очередь сохраняется с\u00A009:00")
                .doesNotContain("перед вами");
        assertThat(words(SAMPLES.offline(Language.EN)))
                .contains("Issued without connection", "Your place is kept from\u00A009:00")
                .doesNotContain("wait");
    }

    @Test
    void refusesAnAddressThatNoTicketHolds() {
        assertThat(new Ticket.Origin.Kiosk("a".repeat(200)).address()).hasSize(200);
        for (var address : List.of("", "a".repeat(201), "https://a b", "https://қала")) {
            assertThatThrownBy(() -> new Ticket.Origin.Kiosk(address))
                    .hasMessageContaining("1 to 200");
        }
    }

    @Test
    void takesTheReceiptApartFromItsPage() {
        var url = SampleTickets.PAGE + SAMPLES.receipt.digits();
        assertThat(Ticket.pageOf(url)).isEqualTo(SampleTickets.PAGE);
        assertThat(Ticket.receiptOf(url).encode()).isEqualTo(SAMPLES.receipt.encode());
        assertThatThrownBy(() -> Ticket.receiptOf("https://queue.example.gov/t#12"))
                .hasMessageContaining("no receipt");
    }

    @Test
    void refusesNamesThatNoTicketHolds() {
        assertThatThrownBy(() -> named(" ")).hasMessageContaining("1 to 200");
        assertThatThrownBy(() -> named("a\nb")).hasMessageContaining("one line");
        assertThatThrownBy(() -> named("a".repeat(201))).hasMessageContaining("1 to 200");
        assertThat(named("a".repeat(200)).branch()).hasSize(200);
    }

    private static Ticket named(String branch) {
        var sample = SAMPLES.in(Language.EN);
        return new Ticket(
                sample.number(),
                sample.language(),
                branch,
                sample.services(),
                sample.groups(),
                sample.issued(),
                sample.origin(),
                false,
                false);
    }

    private static Ticket with(Ticket sample, Wait wait) {
        return new Ticket(
                sample.number(),
                sample.language(),
                sample.branch(),
                sample.services(),
                sample.groups(),
                sample.issued(),
                new Ticket.Origin.Branch(6, wait, SampleTickets.PAGE, SAMPLES.receipt),
                false,
                false);
    }

    private static String words(Ticket ticket) {
        return layout(ticket.language()).of(ticket, Paper.MM_80).toString();
    }

    private static TicketLayout layout(Language language) {
        return new TicketLayout(new TicketTexts(language), TicketDesign.USUAL);
    }

    private static String spaced(String text) {
        return text.replace('~', '\u00A0');
    }
}
