package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import kz.adalkezek.kiosk.serial.Link;
import org.junit.jupiter.api.Test;

/// Dialects of printers that the simulator does not speak.
class StatusDialogueTest {

    private static final Duration SOON = Duration.ofMillis(10);

    private final Scripted printer = new Scripted();
    private final StatusDialogue dialogue = new StatusDialogue(printer);

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

    private static PrinterStatus trouble(Printing why) {
        return new PrinterStatus.Trouble(why);
    }

    /// A device that answers every question as written down, one byte a read, and only to somebody
    /// who waits: an answer is never there at once.
    private static final class Scripted implements Link {

        private final Map<String, String> script = new HashMap<>();
        private final Deque<Byte> there = new ArrayDeque<>();
        private final Deque<Byte> coming = new ArrayDeque<>();

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
            for (byte next : HexFormat.of().parseHex(script.getOrDefault(question, ""))) {
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
