package kz.adalkezek.kiosk.errand;

import static kz.adalkezek.kiosk.TestKiosk.PATIENT;
import static kz.adalkezek.kiosk.TestKiosk.SOON_ALONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.TestBranch;
import kz.adalkezek.kiosk.TestBranch.Mood;
import kz.adalkezek.kiosk.TestKiosk;
import kz.adalkezek.kiosk.errand.Errands.Begun;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.sim.Fault;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import kz.adalkezek.queue.RequestId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The branch is away, and people come.
class AloneErrandsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T07:00:00.120Z");

    private Path data;
    private TestBranch branch;
    private PrinterSimulator printer;
    private TestKiosk kiosk;

    @BeforeEach
    void open(@TempDir Path dir) throws IOException {
        data = dir;
        branch = new TestBranch();
        printer = PrinterSimulator.start(dir.resolve("printer"), PrinterSimulator.WIDE_DOTS);
        kiosk = new TestKiosk(data, branch, printer, SOON_ALONE, NOON);
        kiosk.awaitNumbers();
    }

    @AfterEach
    void shut() throws IOException {
        kiosk.close();
        printer.close();
        branch.close();
    }

    @Test
    void givesNumbersAloneAndHandsThemOverOnce() {
        branch.stop();
        kiosk.awaitGone();
        for (var language : Language.values()) {
            var given = kiosk.awaitStage(touch(language), Stage.Handed.class).ticket();
            assertThat(given).isInstanceOf(Given.ByKiosk.class);
            kiosk.errands().done(kiosk.errands().current().orElseThrow().request());
        }
        assertThat(printer.papers()).hasSize(3).noneMatch(paper -> paper.torn());
        assertThat(kiosk.outbox()).isEmpty();
        branch.start();
        kiosk.awaitHandedOver();
        assertThat(branch.merging().numbers()).containsExactly("A001", "A002", "A003");
        assertThat(branch.merging().tickets())
                .allMatch(ticket -> ticket.path("how").asText().equals("printed"))
                .extracting(ticket -> ticket.path("language").asText())
                .containsExactly("kk", "ru", "en");
        assertThat(kiosk.awaitStage(touch(Language.KK), Stage.Handed.class).ticket())
                .isInstanceOf(Given.ByBranch.class);
    }

    @Test
    void namesTheRequestThatWasNeverAnswered() {
        branch.onTickets(Mood.CUTS_THE_ANSWER);
        var aigerim = touch(Language.KK);
        var given = kiosk.awaitStage(aigerim, Stage.Handed.class).ticket();
        assertThat(given.number()).hasToString("A001");
        kiosk.awaitHandedOver();
        var ticket = branch.merging().tickets().getFirst();
        assertThat(ticket.path("unanswered").asText()).isEqualTo(aigerim.toString());
        assertThat(ticket.path("request").asText()).isNotEqualTo(aigerim.toString());
        assertThat(branch.handOvers()).isEmpty();
        assertThat(printer.papers()).hasSize(1);
    }

    @Test
    void asksNobodyForATicketBeforeAllIsHandedOver() {
        branch.onOffline(Mood.BUSY);
        branch.stop();
        kiosk.awaitGone();
        kiosk.awaitStage(touch(Language.KK), Stage.Handed.class);
        branch.start();
        kiosk.awaitReachable();
        kiosk.awaitStage(touch(Language.RU), Stage.Handed.class);
        assertThat(branch.asks()).isEmpty();
        branch.onOffline(Mood.WELL);
        kiosk.awaitHandedOver();
        assertThat(branch.merging().numbers()).containsExactly("A001", "A002");
    }

    @Test
    void keepsARefusedTicketForAPersonAndGoesOn() throws IOException {
        branch.merging().refuses("A002");
        branch.stop();
        kiosk.awaitGone();
        for (int i = 0; i < 3; i++) {
            kiosk.awaitStage(touch(Language.KK), Stage.Handed.class);
        }
        branch.start();
        kiosk.awaitHandedOver();
        assertThat(branch.merging().numbers()).containsExactly("A001", "A003");
        assertThat(branch.merging().released()).containsExactly("A2");
        assertThat(Files.readString(data.resolve("offline/refused.txt")))
                .contains("A002")
                .contains("policy-not-in-force");
    }

    @Test
    void givesNothingThatWasNotOffered() {
        branch.stop();
        kiosk.awaitGone();
        var request = TestKiosk.fresh();
        kiosk.errands()
                .begin(request, new Wish(List.of("PASSPORT"), Language.KK, Optional.empty()));
        Await.until("late", kiosk.errands()::current, () -> isLate(request));
        assertThat(kiosk.alone().owes()).isFalse();
        assertThat(printer.papers()).isEmpty();
    }

    @Test
    void givesNoSecondNumberAfterADeathWhilePrinting() throws IOException {
        branch.stop();
        kiosk.awaitGone();
        printer.set(Fault.PAPER_OUT, true);
        var aigerim = touch(Language.KK);
        var before = kiosk.awaitStage(aigerim, Stage.OnScreen.class).ticket();
        kiosk.close();
        printer.set(Fault.PAPER_OUT, false);
        kiosk = new TestKiosk(data, branch, printer, SOON_ALONE, NOON.plusSeconds(5));
        var after = kiosk.awaitStage(aigerim, Stage.OnScreen.class);
        assertThat(after.why()).isEqualTo(Why.SILENT);
        assertThat(after.ticket()).isEqualTo(before);
        kiosk.errands().reprint(aigerim);
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        branch.start();
        kiosk.awaitHandedOver();
        assertThat(branch.merging().numbers()).containsExactly("A001");
        assertThat(printer.papers()).hasSize(1);
    }

    @Test
    void handsOverWithoutAWordWhatNobodyKnowsAfterADeath() throws IOException {
        branch.stop();
        kiosk.awaitGone();
        printer.set(Fault.PAPER_OUT, true);
        kiosk.awaitStage(touch(Language.KK), Stage.OnScreen.class);
        kiosk.close();
        kiosk = new TestKiosk(data, branch, printer, PATIENT, NOON.plusSeconds(3_600 * 2));
        branch.start();
        kiosk.awaitHandedOver();
        assertThat(branch.merging().numbers()).containsExactly("A001");
        assertThat(branch.merging().tickets().getFirst().has("how")).isFalse();
        assertThat(kiosk.errands().current()).isEmpty();
    }

    @Test
    void goesOnAfterAStartWithoutTheBranch() {
        branch.stop();
        kiosk.awaitGone();
        kiosk.awaitStage(touch(Language.KK), Stage.Handed.class);
        kiosk.close();
        kiosk = new TestKiosk(data, branch, printer, SOON_ALONE, NOON.plusSeconds(600));
        kiosk.awaitOffer();
        var second = kiosk.awaitStage(touch(Language.RU), Stage.Handed.class).ticket();
        assertThat(second.number()).hasToString("A002");
        branch.start();
        kiosk.awaitHandedOver();
        assertThat(branch.merging().numbers()).containsExactly("A001", "A002");
        var tickets = branch.merging().tickets();
        assertThat(tickets.get(1).path("entry").asInt()).isEqualTo(2);
        assertThat(tickets.get(1).path("touched").asText())
                .isGreaterThan(tickets.get(0).path("touched").asText());
    }

    private RequestId touch(Language language) {
        kiosk.awaitOffer();
        kiosk.errands().current().ifPresent(errand -> kiosk.errands().done(errand.request()));
        var request = TestKiosk.fresh();
        var wish = new Wish(List.of("ID-CARD"), language, Optional.empty());
        assertThat(kiosk.errands().begin(request, wish))
                .isInstanceOfSatisfying(
                        Begun.Running.class,
                        begun -> assertThat(begun.errand().request()).isEqualTo(request));
        return request;
    }

    private boolean isLate(RequestId request) {
        return kiosk.errands().errand(request).orElseThrow().stage()
                        instanceof Stage.Asking(boolean late)
                && late;
    }
}
