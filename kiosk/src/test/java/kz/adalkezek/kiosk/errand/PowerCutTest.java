package kz.adalkezek.kiosk.errand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.adalkezek.kiosk.TestKiosk.PATIENT;
import static kz.adalkezek.kiosk.TestKiosk.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import kz.adalkezek.kiosk.TestBranch;
import kz.adalkezek.kiosk.TestBranch.Heard;
import kz.adalkezek.kiosk.TestKiosk;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import kz.adalkezek.queue.RequestId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a power cut leaves, at each step of an errand. The disk changes in three forced steps only
/// (asked, answered, told), each of which is there whole or as the torn file beside it; so these
/// are all the disks that a kiosk can find.
class PowerCutTest {

    private static final Instant NOON = Instant.parse("2026-11-23T07:00:00.120Z");

    private final RequestId request = TestKiosk.fresh();
    private final Kept asked = Kept.asked(new Errand(request, WISH, NOON, new Stage.Asking(false)));
    private Path data;
    private TestBranch branch;
    private PrinterSimulator printer;

    @BeforeEach
    void open(@TempDir Path dir) throws IOException {
        data = dir;
        branch = new TestBranch();
        printer = PrinterSimulator.start(dir.resolve("printer"), PrinterSimulator.WIDE_DOTS);
    }

    @AfterEach
    void shut() throws IOException {
        printer.close();
        branch.close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void beforeTheTouchWasKeptNoTicketWasGiven(double part) throws IOException {
        tear(asked, part);
        try (var kiosk = start()) {
            kiosk.awaitOffer();
            assertThat(kiosk.errands().current()).isEmpty();
            assertThat(kiosk.outbox()).isEmpty();
        }
        assertThat(branch.asks()).isEmpty();
        assertThat(printer.papers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, -1", "true, -1", "true, 0", "true, 0.5", "true, 1"})
    void beforeTheAnswerWasKeptTheSameTicketIsTaken(boolean heardBefore, double part)
            throws Exception {
        outbox().keep(asked);
        if (heardBefore) {
            // The branch issued it, and the answer or the step after it was lost.
            var issued = take();
            if (part >= 0) {
                tear(asked.answered(issued), part);
            }
        }
        try (var kiosk = start()) {
            kiosk.awaitStage(request, Stage.Handed.class);
            kiosk.awaitEmptyOutbox();
        }
        assertThat(branch.tickets()).isEqualTo(1);
        assertThat(printer.papers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.5, 1})
    void beforeTheEndOfThePrintWasKeptTheNumberIsShownAndNothingPrintedUnasked(double part)
            throws Exception {
        var answered = asked.answered(take());
        outbox().keep(answered);
        if (part >= 0) {
            tear(answered.handing(printed()), part);
        }
        try (var kiosk = start()) {
            var shown = kiosk.awaitStage(request, Stage.OnScreen.class);
            assertThat(shown.ticket().number()).hasToString("A001");
            assertThat(printer.papers()).isEmpty();
            kiosk.errands().had(request);
            kiosk.awaitStage(request, Stage.Handed.class);
            kiosk.awaitEmptyOutbox();
        }
        assertThat(branch.tickets()).isEqualTo(1);
    }

    @Test
    void beforeTheBranchWasToldItIsToldUnderTheSameRequest() throws Exception {
        var handing = printed();
        outbox().keep(asked.answered(take()).handing(handing));
        try (var kiosk = start()) {
            kiosk.awaitEmptyOutbox();
        }
        assertThat(branch.handOvers())
                .singleElement()
                .extracting(Heard::path)
                .asString()
                .endsWith(request + "/handed/" + handing.request());
        assertThat(printer.papers()).isEmpty();
        assertThat(branch.tickets()).isEqualTo(1);
    }

    private TestKiosk start() {
        return new TestKiosk(data, branch, printer, PATIENT, NOON.plusSeconds(20));
    }

    private Outbox outbox() {
        return new Outbox(data.resolve("outbox"));
    }

    /// The next step was being written: its bytes are there in part, under another name.
    private void tear(Kept next, double part) throws IOException {
        outbox();
        byte[] whole = KeptForm.write(next);
        var torn = Arrays.copyOf(whole, (int) (whole.length * part));
        Files.write(data.resolve("outbox").resolve(request + ".json.tmp"), torn);
        assertThat(new String(whole, UTF_8)).startsWith(new String(torn, UTF_8));
    }

    private Issued take() throws InterruptedException {
        try (var link = new BranchLink(branch.url(), "secret")) {
            if (link.take(request, WISH.asked(NOON)) instanceof Reply.Answer<Issued>(var issued)) {
                return issued;
            }
            throw new AssertionError("no ticket");
        }
    }

    private static Kept.Handing printed() {
        return new Kept.Handing(new RequestId(UUID.randomUUID()), new How.Printed());
    }
}
