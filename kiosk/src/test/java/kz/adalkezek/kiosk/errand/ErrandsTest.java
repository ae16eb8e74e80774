package kz.adalkezek.kiosk.errand;

import static kz.adalkezek.kiosk.TestKiosk.LONG;
import static kz.adalkezek.kiosk.TestKiosk.PATIENT;
import static kz.adalkezek.kiosk.TestKiosk.WISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.TestBranch;
import kz.adalkezek.kiosk.TestBranch.Heard;
import kz.adalkezek.kiosk.TestBranch.Mood;
import kz.adalkezek.kiosk.TestKiosk;
import kz.adalkezek.kiosk.errand.Errands.Begun;
import kz.adalkezek.kiosk.errand.Errands.Said;
import kz.adalkezek.kiosk.sim.Fault;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import kz.adalkezek.queue.RequestId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From touch to paper in hand, over a real terminal and real HTTP, with everything that breaks in
/// between.
class ErrandsTest {

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
        kiosk = start(PATIENT, NOON);
    }

    @AfterEach
    void shut() throws IOException {
        kiosk.close();
        printer.close();
        branch.close();
    }

    @Test
    void putsATicketIntoAHand() {
        var aigerim = touch();
        var handed = kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(handed.ticket().number()).hasToString("A001");
        assertThat(printer.papers()).singleElement().matches(paper -> !paper.torn());
        assertThat(printer.errors()).isEmpty();
        assertThat(branch.asks())
                .singleElement()
                .matches(ask -> ask.language().equals("kk"))
                .extracting(Heard::body)
                .isEqualTo(
                        "{\"services\":[\"ID-CARD\"],\"language\":\"kk\","
                                + "\"touched\":\"2026-11-23T07:00:00.120Z\"}");
        assertThat(told()).containsExactly("{\"how\":\"printed\"}");
        kiosk.awaitEmptyOutbox();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUTS_THE_ANSWER", "BUSY", "TOO_MANY", "SAYS_SOMETHING_ELSE"})
    void sendsTheSameRequestUntilThereIsAnAnswer(Mood mood) {
        branch.onTickets(mood);
        var aigerim = touch();
        Await.until("asking again", branch::asks, () -> branch.asks().size() >= 3);
        branch.onTickets(Mood.WELL);
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(branch.tickets()).isEqualTo(1);
        assertThat(printer.papers()).hasSize(1);
        assertThat(branch.asks())
                .extracting(Heard::path, Heard::body)
                .containsOnly(
                        tuple(branch.asks().getFirst().path(), branch.asks().getFirst().body()));
    }

    @Test
    void takesOneTicketFromABranchThatStopsBetweenTouchAndAnswer() {
        branch.onTickets(Mood.CUTS_THE_ANSWER);
        var aigerim = touch();
        Await.until("the first ask", branch::asks, () -> !branch.asks().isEmpty());
        branch.stop();
        kiosk.awaitGone();
        assertThat(kiosk.awaitStage(aigerim, Stage.Asking.class)).isNotNull();
        Await.until("late", kiosk.errands()::current, () -> isLate(aigerim));
        branch.onTickets(Mood.WELL);
        branch.start();
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(branch.tickets()).isEqualTo(1);
        assertThat(printer.papers()).hasSize(1);
    }

    @Test
    void takesADoubleTouchForOne() {
        branch.onTickets(Mood.BUSY);
        var first = touch();
        var second = TestKiosk.fresh();
        assertThat(begun(second)).isEqualTo(first);
        assertThat(begun(first)).isEqualTo(first);
        branch.onTickets(Mood.WELL);
        kiosk.awaitStage(first, Stage.Handed.class);
        kiosk.errands().done(first);
        assertThat(begun(first)).isEqualTo(first);
        assertThat(branch.tickets()).isEqualTo(1);
        assertThat(printer.papers()).hasSize(1);
    }

    @Test
    void givesNoSecondTicketTooSoon() {
        restart(patience(LONG, LONG, LONG), NOON);
        var first = touch();
        kiosk.awaitStage(first, Stage.Handed.class);
        assertThat(kiosk.errands().begin(TestKiosk.fresh(), WISH)).isEqualTo(new Begun.TooSoon());
    }

    @Test
    void asksAgainAtOnceAfterARefusal() {
        restart(patience(LONG, LONG, LONG), NOON);
        branch.onTickets(Mood.REFUSES);
        var first = touch();
        var refused = kiosk.awaitStage(first, Stage.Refused.class);
        assertThat(refused.problem().code()).isEqualTo("limit-reached");
        assertThat(refused.problem().detail()).isEqualTo("Қызметкерге жүгініңіз.");
        kiosk.awaitEmptyOutbox();
        branch.onTickets(Mood.WELL);
        kiosk.awaitStage(touch(), Stage.Handed.class);
        assertThat(branch.asks()).hasSize(2);
    }

    @Test
    void goesOnAfterADeathBetweenAskAndAnswer() {
        branch.onTickets(Mood.CUTS_THE_ANSWER);
        var aigerim = touch();
        Await.until("an ask", branch::asks, () -> !branch.asks().isEmpty());
        kiosk.close();
        assertThat(kiosk.outbox()).hasSize(1);
        branch.onTickets(Mood.WELL);
        kiosk = start(PATIENT, NOON.plusSeconds(59));
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(branch.tickets()).isEqualTo(1);
        assertThat(printer.papers()).hasSize(1);
        kiosk.awaitEmptyOutbox();
    }

    @Test
    void givesUpAnAskThatIsAMinuteOld() {
        branch.onTickets(Mood.BUSY);
        touch();
        Await.until("an ask", branch::asks, () -> !branch.asks().isEmpty());
        kiosk.close();
        int asked = branch.asks().size();
        branch.onTickets(Mood.WELL);
        kiosk = start(patience(Duration.ofSeconds(60), LONG, Duration.ZERO), NOON.plusSeconds(60));
        kiosk.awaitOffer();
        assertThat(kiosk.errands().current()).isEmpty();
        assertThat(kiosk.outbox()).isEmpty();
        assertThat(branch.asks()).hasSize(asked);
    }

    @Test
    void tellsAfterADeathWhatTheBranchHasNotHeard() {
        branch.onHandOvers(Mood.BUSY);
        var aigerim = touch();
        kiosk.awaitStage(aigerim, Stage.Printed.class);
        Await.until("a hand-over", branch::handOvers, () -> !branch.handOvers().isEmpty());
        kiosk.close();
        branch.onHandOvers(Mood.WELL);
        kiosk = start(PATIENT, NOON.plusSeconds(3_600));
        kiosk.awaitEmptyOutbox();
        assertThat(branch.handOvers())
                .extracting(Heard::path)
                .containsOnly(branch.handOvers().getFirst().path());
        assertThat(printer.papers()).hasSize(1);
    }

    @Test
    void printsNothingUnaskedAfterADeathWhilePrinting() throws IOException {
        printer.set(Fault.PAPER_OUT, true);
        var aigerim = touch();
        kiosk.awaitStage(aigerim, Stage.OnScreen.class);
        kiosk.close();
        printer.set(Fault.PAPER_OUT, false);
        kiosk = start(PATIENT, NOON.plusSeconds(5));
        var shown = kiosk.awaitStage(aigerim, Stage.OnScreen.class);
        assertThat(shown.why()).isEqualTo(Why.SILENT);
        assertThat(shown.ticket().number()).hasToString("A001");
        assertThat(printer.papers()).isEmpty();
        kiosk.awaitOffer();
        kiosk.errands().reprint(aigerim);
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(printer.papers()).hasSize(1);
        assertThat(branch.tickets()).isEqualTo(1);
    }

    @Test
    void showsTheNumberWithoutPaperAndReportsItShown() throws IOException {
        printer.set(Fault.PAPER_OUT, true);
        var aigerim = touch();
        var shown = kiosk.awaitStage(aigerim, Stage.OnScreen.class);
        assertThat(shown.why()).isEqualTo(Why.OUT_OF_PAPER);
        assertThat(shown.ticket().address()).isEqualTo(TestBranch.RECEIPT);
        assertThat(kiosk.errands().done(aigerim)).isEqualTo(new Said.NotNow());
        assertThat(kiosk.errands().had(aigerim)).isInstanceOf(Said.Now.class);
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(told()).containsExactly("{\"how\":\"shown\"}");
    }

    @Test
    void printsOnceMoreWhenPaperEndedWithinTheTicket() throws IOException {
        printer.runOutAfter(500);
        var aigerim = touch();
        assertThat(kiosk.awaitStage(aigerim, Stage.OnScreen.class).why())
                .isEqualTo(Why.OUT_OF_PAPER);
        printer.set(Fault.PAPER_OUT, false);
        kiosk.errands().reprint(aigerim);
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(told()).containsExactly("{\"how\":\"printed\"}");
        assertThat(branch.tickets()).isEqualTo(1);
        assertThat(printer.papers().getLast().torn()).isFalse();
    }

    @Test
    void showsTheNumberWhenTheCableIsPulledInTheMiddle() throws IOException {
        // A printer that takes no bytes holds the ticket in the line until the cable goes.
        printer.set(Fault.STUCK, true);
        var aigerim = touch();
        kiosk.awaitStage(aigerim, Stage.Printing.class);
        printer.unplug();
        assertThat(kiosk.awaitStage(aigerim, Stage.OnScreen.class).why())
                .isEqualTo(Why.UNREACHABLE);
        printer.set(Fault.STUCK, false);
        printer.plugIn();
        kiosk.errands().reprint(aigerim);
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(told()).containsExactly("{\"how\":\"printed\"}");
    }

    @Test
    void saysThatItFailedWhenNobodyTakesTheNumberFromTheScreen() throws IOException {
        restart(patience(LONG, Duration.ofMillis(50), Duration.ZERO), NOON);
        printer.set(Fault.SILENT, true);
        touch();
        Await.until("a hand-over", branch::handOvers, () -> !branch.handOvers().isEmpty());
        assertThat(told()).containsExactly("{\"how\":\"failed\",\"reason\":\"printer-silent\"}");
        Await.until(
                "a free screen",
                kiosk.errands()::current,
                () -> kiosk.errands().current().isEmpty());
        kiosk.awaitEmptyOutbox();
    }

    @Test
    void takesTheRefusalOfAHandOverForAnAnswer() {
        branch.onHandOvers(Mood.REFUSES);
        var aigerim = touch();
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        kiosk.awaitEmptyOutbox();
        assertThat(branch.handOvers()).hasSize(1);
    }

    @Test
    void letsTheCitizenGiveUpWhileAsking() {
        branch.onTickets(Mood.BUSY);
        var aigerim = touch();
        assertThat(kiosk.errands().had(aigerim)).isEqualTo(new Said.NotNow());
        assertThat(kiosk.errands().giveUp(aigerim)).isInstanceOf(Said.Now.class);
        assertThat(kiosk.errands().current()).isEmpty();
        kiosk.awaitEmptyOutbox();
        branch.onTickets(Mood.WELL);
        kiosk.awaitStage(touch(), Stage.Handed.class);
        assertThat(printer.papers()).hasSize(1);
    }

    @Test
    void asksNoLongerThanItIsOfUse() {
        restart(patience(Duration.ofMillis(200), LONG, Duration.ZERO), NOON);
        branch.onTickets(Mood.BUSY);
        var aigerim = touch();
        kiosk.awaitStage(aigerim, Stage.Unanswered.class);
        kiosk.awaitEmptyOutbox();
    }

    @Test
    void knowsNothingOfAnErrandOfSomebodyElse() {
        assertThat(kiosk.errands().had(TestKiosk.fresh())).isEqualTo(new Said.Nobody());
    }

    @Test
    void beginsNothingWhenTheDiskIsFull() throws IOException {
        kiosk.awaitOffer();
        var request = TestKiosk.fresh();
        var full = fillDisk(request);
        assertThatThrownBy(() -> kiosk.errands().begin(request, WISH))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(kiosk.errands().current()).isEmpty();
        assertThat(kiosk.errands().isKept()).isFalse();
        assertThat(branch.asks()).isEmpty();
        Files.delete(full);
        assertThat(begun(request)).isEqualTo(request);
        kiosk.awaitStage(request, Stage.Handed.class);
        assertThat(kiosk.errands().isKept()).isTrue();
    }

    @Test
    void givesATicketThatIsIssuedAlthoughTheDiskIsFull() throws IOException {
        branch.onTickets(Mood.BUSY);
        var aigerim = touch();
        Await.until("an ask", branch::asks, () -> !branch.asks().isEmpty());
        fillDisk(aigerim);
        branch.onTickets(Mood.WELL);
        kiosk.awaitStage(aigerim, Stage.Handed.class);
        assertThat(told()).containsExactly("{\"how\":\"printed\"}");
        assertThat(printer.papers()).hasSize(1);
        assertThat(kiosk.errands().isKept()).isFalse();
    }

    /// From now on the system itself answers that nothing is left for this errand's file.
    private Path fillDisk(RequestId request) throws IOException {
        var fresh = data.resolve("outbox").resolve(request + ".json.tmp");
        return Files.createSymbolicLink(fresh, Path.of("/dev/full"));
    }

    private TestKiosk start(Patience patience, Instant now) {
        return new TestKiosk(data, branch, printer, patience, now);
    }

    private void restart(Patience patience, Instant now) {
        kiosk.close();
        kiosk = start(patience, now);
    }

    private static Patience patience(Duration ask, Duration onScreen, Duration between) {
        return new Patience(PATIENT.askAgain(), PATIENT.late(), LONG, ask, onScreen, LONG, between);
    }

    private RequestId touch() {
        kiosk.awaitOffer();
        var request = TestKiosk.fresh();
        assertThat(begun(request)).isEqualTo(request);
        return request;
    }

    private RequestId begun(RequestId request) {
        if (kiosk.errands().begin(request, WISH) instanceof Begun.Running(var errand)) {
            return errand.request();
        }
        throw new AssertionError("too soon");
    }

    private boolean isLate(RequestId request) {
        return kiosk.errands().errand(request).orElseThrow().stage()
                        instanceof Stage.Asking(boolean late)
                && late;
    }

    private List<String> told() {
        return branch.handOvers().stream().map(Heard::body).toList();
    }
}
