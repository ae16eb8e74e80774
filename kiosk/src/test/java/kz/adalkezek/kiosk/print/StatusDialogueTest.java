package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kz.adalkezek.kiosk.serial.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dialects of printers that the simulator does not speak.
class StatusDialogueTest {

    private static final Duration SOON = Duration.ofMillis(10);

    private final Scripted printer = new Scripted();
    private final StatusDialogue dialogue = new StatusDialogue(printer, StatusDialect.EPSON);

    @Test
    void isReadyOnlyWhenThePrinterAndItsPaperAre() throws Exception {
        printer.says("100401", "12").says("100404", "12");
        assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Ready(false));
        printer.says("100404", "1E");
        assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Ready(true));
        printer.says("100404", "72");
        assertThat(dialogue.status()).isEqualTo(trouble(new Printing.OutOfPaper()));
    }

    @Test
    void doesNotMindTheDrawer() throws Exception {
        printer.says("100401", "16").says("100404", "12");
        assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Ready(false));
    }

    @Test
    void knowsNothingOfASilentPrinter() throws Exception {
        assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Unknown());
        printer.says("100401", "12");
        assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Unknown());
    }

    @Test
    void asksWhyAPrinterIsOffline() throws Exception {
        printer.says("100401", "1A").says("100402", "16").says("100404", "72");
        assertThat(dialogue.status()).isEqualTo(trouble(new Printing.CoverOpen()));
        printer.says("100402", "32");
        assertThat(dialogue.status()).isEqualTo(trouble(new Printing.OutOfPaper()));
        printer.says("100402", "12");
        assertThat(dialogue.status()).isEqualTo(trouble(new Printing.OutOfPaper()));
        printer.says("100404", "12").says("100402", "52");
        assertThat(dialogue.status()).isEqualTo(trouble(new Printing.Jammed()));
        printer.says("100402", "12");
        assertThat(dialogue.status()).isEqualTo(trouble(new Printing.Offline()));
    }

    @Test
    void dropsWhatArrivedBeforeTheQuestion() throws Exception {
        printer.says("100401", "1A").says("100402", "32").says("100404", "72");
        printer.arrived("1212");
        dialogue.drain();
        assertThat(dialogue.status()).isEqualTo(trouble(new Printing.OutOfPaper()));
    }

    @Test
    void endsADrainThatNeverEnds() throws Exception {
        printer.arrived("FF".repeat(10_000));
        dialogue.drain();
        assertThat(printer.left()).isPositive();
    }

    @Test
    void skipsNoiseBeforeAnAnswer() throws Exception {
        printer.says("100401", "FF0037" + "12").says("100404", "FF" + "12");
        assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Ready(false));
    }

    @Test
    void neverTakesASignInOrderForAStatusNorAStatusForASign() throws Exception {
        printer.says("1D7201", "03").says("100401", "12").says("100404", "12");
        assertThat(dialogue.heardInOrder(SOON)).isFalse();
        printer.arrived("12");
        assertThat(dialogue.heardInOrder(SOON)).isFalse();
        dialogue.askInOrder();
        assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Ready(false));
        assertThat(dialogue.heardInOrder(SOON)).isTrue();
        dialogue.drain();
        assertThat(dialogue.heardInOrder(SOON)).isFalse();
    }

    @Test
    void neverTakesALateAnswerForThatToAnotherQuestion() throws Exception {
        // On-line, and without paper: taken for each other the answers would say that all is well.
        printer.says("100401", "12").says("100404", "72");
        printer.late(true);
        for (int i = 0; i < 5; i++) {
            assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Unknown());
        }
        printer.late(false);
        assertThat(dialogue.status()).isEqualTo(trouble(new Printing.OutOfPaper()));
    }

    @Test
    void hearsWhatIsSaidUnaskedAndTakesItForNothingElse() throws Exception {
        printer.says("100401", "12" + "18000C00").says("100404", "12").says("1D7201", "00");
        assertThat(dialogue.status()).isEqualTo(new PrinterStatus.Ready(false));
        assertThat(dialogue.heardInOrder(SOON)).isFalse();
        assertThat(dialogue.unasked()).contains(trouble(new Printing.OutOfPaper()));
        assertThat(dialogue.unasked()).isEmpty();
        dialogue.askInOrder();
        assertThat(dialogue.heardInOrder(SOON)).isTrue();
    }

    @Test
    void asksACloneOnlyWhatItKnows() throws Exception {
        var clone = new StatusDialogue(printer, StatusDialect.CLONE);
        printer.says("100401", "1A").says("100404", "72");
        assertThat(clone.status()).isEqualTo(trouble(new Printing.OutOfPaper()));
        printer.says("100404", "12");
        assertThat(clone.status()).isEqualTo(trouble(new Printing.Offline()));
        clone.askForChanges();
        assertThat(clone.name()).isEmpty();
        assertThat(printer.questions()).containsOnly("100401", "100404");
    }

    @Test
    void asksASilentPrinterNothing() throws Exception {
        var silent = new StatusDialogue(printer, StatusDialect.SILENT);
        assertThat(silent.status()).isEqualTo(new PrinterStatus.Unknown());
        assertThat(silent.name()).isEmpty();
        assertThat(printer.questions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100F00000000, READY",
        "100F04000000, LOW",
        "100F20000000, READY",
        "100F05000000, OUT",
        "100F00020000, COVER",
        "100F00004000, JAMMED",
        "100F00000001, JAMMED",
        "100F00000800, OFFLINE",
        "100F000000, UNKNOWN",
        "FF10100F00000000, READY"
    })
    void understandsACustomKpm(String answer, String meant) throws Exception {
        var custom = new StatusDialogue(printer, StatusDialect.CUSTOM_KPM);
        printer.says("100414", answer);
        var expected =
                switch (meant) {
                    case "READY" -> new PrinterStatus.Ready(false);
                    case "LOW" -> new PrinterStatus.Ready(true);
                    case "OUT" -> trouble(new Printing.OutOfPaper());
                    case "COVER" -> trouble(new Printing.CoverOpen());
                    case "JAMMED" -> trouble(new Printing.Jammed());
                    case "OFFLINE" -> trouble(new Printing.Offline());
                    default -> new PrinterStatus.Unknown();
                };
        assertThat(custom.status()).isEqualTo(expected);
    }

    @Test
    void asksForMakerAndModel() throws Exception {
        assertThat(dialogue.name()).isEmpty();
        printer.says("1D4942", "5F4550534F4E00").says("1D4943", "5F544D00");
        assertThat(dialogue.name()).contains("EPSON TM");
    }

    @ParameterizedTest
    @CsvSource({
        "10000000, READY",
        "14000000, READY",
        "10000300, LOW",
        "18000C00, OUT",
        "38000000, COVER",
        "18080000, JAMMED",
        "18200000, JAMMED",
        "18000000, OFFLINE"
    })
    void understandsTheAutomaticStatus(String said, String meant) throws Exception {
        printer.arrived(said);
        var expected =
                switch (meant) {
                    case "READY" -> new PrinterStatus.Ready(false);
                    case "LOW" -> new PrinterStatus.Ready(true);
                    case "OUT" -> trouble(new Printing.OutOfPaper());
                    case "COVER" -> trouble(new Printing.CoverOpen());
                    case "JAMMED" -> trouble(new Printing.Jammed());
                    default -> trouble(new Printing.Offline());
                };
        assertThat(dialogue.unasked()).contains(expected);
    }

    private static PrinterStatus trouble(Printing why) {
        return new PrinterStatus.Trouble(why);
    }

    /// A device that answers every question as written down, one byte a read, and only to somebody
    /// who waits: an answer is never there at once.
    private static final class Scripted implements Link {

        private final Map<String, String> script = new HashMap<>();
        private final Deque<Byte> there = new ArrayDeque<>();
        private final Deque<Byte> coming = new ArrayDeque<>();

        private final List<String> questions = new ArrayList<>();

        /// What it will say only after the next question.
        private String heldBack = "";

        private boolean late;

        void late(boolean late) {
            this.late = late;
        }

        List<String> questions() {
            return questions;
        }

        Scripted says(String question, String answer) {
            script.put(question, answer);
            return this;
        }

        void arrived(String hex) {
            for (byte next : HexFormat.of().parseHex(hex)) {
                there.add(next);
            }
        }

        int left() {
            return there.size();
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public void write(byte[] bytes) {
            var question = HexFormat.of().withUpperCase().formatHex(bytes);
            questions.add(question);
            var answer = script.getOrDefault(question, "");
            var now = heldBack + (late ? "" : answer);
            heldBack = late ? answer : "";
            for (byte next : HexFormat.of().parseHex(now)) {
                coming.add(next);
            }
        }

        @Override
        public byte[] read(Duration patience) {
            if (there.isEmpty() && patience.isPositive()) {
                there.addAll(coming);
                coming.clear();
            }
            return there.isEmpty() ? new byte[0] : new byte[] {there.removeFirst()};
        }

        @Override
        public void close() {}
    }
}
