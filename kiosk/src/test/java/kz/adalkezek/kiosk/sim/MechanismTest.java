package kz.adalkezek.kiosk.sim;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MechanismTest {

    private static final String CUT = "1D564200";
    private static final String ONE_ROW = "1D76300001000100FF";

    private final Mechanism printer = new Mechanism(576);

    @ParameterizedTest
    @CsvSource({
        ", 12 12 12 12",
        "PAPER_LOW, 12 12 12 1E",
        "PAPER_OUT, 1A 32 12 72",
        "COVER_OPEN, 1A 16 12 12",
        "CUTTER_JAM, 1A 52 1A 12",
    })
    void answersStatusRequestsAtOnceAlsoWhileOffline(Fault fault, String answers) {
        if (fault != null) {
            printer.set(fault, true);
        }
        send(CUT);
        assertThat(send("100401 100402 100403 100404")).isEqualTo(answers.replace(" ", ""));
    }

    @Test
    void answersNothingWhileSilentAndPrintsAllTheSame() {
        printer.set(Fault.SILENT, true);
        assertThat(send("100401 1D7201 1D4901 1D4942" + ONE_ROW + CUT)).isEmpty();
        assertThat(printer.roll().pieces()).hasSize(1);
    }

    @Test
    void answersInOrderOnlyWhenItCameToTheQuestion() {
        assertThat(send("1D7201")).isEqualTo("00");
        printer.set(Fault.PAPER_LOW, true);
        assertThat(send("1D7201")).isEqualTo("03");
        printer.set(Fault.COVER_OPEN, true);
        assertThat(send("1D7201")).isEmpty();
        printer.set(Fault.COVER_OPEN, false);
        assertThat(send("")).isEqualTo("03");
    }

    @Test
    void saysWhoItIs() {
        assertThat(send("1D4901")).isEqualTo("02");
        assertThat(send("1D4942")).isEqualTo("5F4144414C00");
        send("1D4909");
        assertThat(printer.errors()).singleElement().asString().contains("printer id 9");
    }

    @Test
    void obeysAStatusRequestInsideAPictureAndKeepsItAsDots() {
        assertThat(send("1D76300003000100 100404")).isEqualTo("12");
        assertThat(printer.errors()).isEmpty();
        assertThat(inkOf(printer.roll().hanging())).isEqualTo(3);
    }

    @Test
    void stopsWhereThePaperEndsAndGoesOnWithTheRest() {
        printer.endPaperAfter(1);
        send(ONE_ROW.repeat(3));
        assertThat(printer.isOffline()).isTrue();
        assertThat(printer.faults()).containsExactly(Fault.PAPER_OUT);
        printer.set(Fault.PAPER_OUT, false);
        assertThat(printer.roll().pieces()).singleElement().matches(CutPaper::torn);
        assertThat(inkOf(printer.roll().pieces().getFirst())).isEqualTo(8);
        assertThat(inkOf(printer.roll().hanging())).isEqualTo(16);
    }

    @Test
    void keepsThePaperThatHangsOutWhenNoneWasMissing() {
        send(ONE_ROW);
        printer.set(Fault.PAPER_OUT, false);
        assertThat(printer.roll().pieces()).isEmpty();
        assertThat(inkOf(printer.roll().hanging())).isEqualTo(8);
        printer.endPaperAfter(0);
        assertThat(printer.faults()).containsExactly(Fault.PAPER_OUT);
    }

    @Test
    void forgetsTheRestOnRequestEvenInTheMiddleOfAPicture() {
        assertThat(send("1D76300048000A00 FFFF" + "10140801031401060208")).isEqualTo("372500");
        send(ONE_ROW);
        assertThat(inkOf(printer.roll().hanging())).isEqualTo(8);
        assertThat(printer.errors()).isEmpty();
    }

    @Test
    void leavesTheLastLinesBehindTheKnifeUnlessTheyAreFedPastIt() {
        send(ONE_ROW + "1D5600");
        assertThat(inkOf(printer.roll().pieces().getLast())).isZero();
        send(CUT);
        assertThat(inkOf(printer.roll().pieces().getLast())).isEqualTo(8);
        assertThat(printer.roll().pieces().getLast().image().getHeight()).isEqualTo(100);
    }

    @Test
    void cutsLaterWhenTheKnifeIsFreeAndTheProgramAsksForIt() {
        printer.set(Fault.CUTTER_JAM, true);
        send(ONE_ROW + CUT);
        printer.set(Fault.CUTTER_JAM, false);
        assertThat(printer.isOffline()).isTrue();
        send("100501");
        assertThat(printer.isOffline()).isFalse();
        assertThat(printer.roll().pieces()).hasSize(1);
    }

    @Test
    void centresAndAlignsPictures() {
        send("1B6100" + ONE_ROW + "1B6101" + ONE_ROW + "1B6102" + ONE_ROW);
        var image = printer.roll().hanging().image();
        assertThat(image.getRGB(0, 100)).isEqualTo(0xFF000000);
        assertThat(image.getRGB(284, 101)).isEqualTo(0xFF000000);
        assertThat(image.getRGB(291, 101)).isEqualTo(0xFF000000);
        assertThat(image.getRGB(292, 101)).isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(575, 102)).isEqualTo(0xFF000000);
    }

    @Test
    void drawsPlainTextInCells() {
        text("K047\n");
        var small = printer.roll().hanging().image();
        assertThat(small.getHeight()).isEqualTo(130);
        send("1D2111");
        text("K047\n");
        assertThat(printer.roll().hanging().image().getHeight()).isEqualTo(130 + 48);
        text("x".repeat(25) + "\n");
        assertThat(printer.roll().hanging().image().getHeight()).isEqualTo(130 + 48 * 3);
        assertThat(inkOf(printer.roll().hanging())).isGreaterThan(500);
    }

    @Test
    void refusesAPictureInTheMiddleOfALine() {
        text("K");
        send(ONE_ROW);
        assertThat(printer.errors()).singleElement().asString().contains("middle of a line");
    }

    @Test
    void keepsTheFirstHundredErrors() {
        send("7F".repeat(150));
        assertThat(printer.errors()).hasSize(100);
        assertThat(printer.errors().getLast()).endsWith("at byte 99");
    }

    @Test
    void saysSoWhenItsBufferRunsOver() {
        printer.set(Fault.COVER_OPEN, true);
        printer.receive(new byte[Mechanism.RECEIVE_BUFFER_BYTES]);
        assertThat(printer.errors()).isEmpty();
        printer.receive(new byte[1]);
        assertThat(printer.errors()).containsExactly("the receive buffer ran over");
    }

    @Test
    void keepsTheLastFiftyPieces() {
        for (int i = 0; i < 51; i++) {
            send(ONE_ROW + CUT);
        }
        assertThat(printer.roll().pieces()).hasSize(50);
        assertThat(printer.roll().pieces().getFirst().number()).isEqualTo(2);
    }

    private String send(String hex) {
        printer.receive(HexFormat.of().parseHex(hex.replace(" ", "")));
        return HexFormat.of().withUpperCase().formatHex(printer.takeAnswers());
    }

    private void text(String words) {
        printer.receive(words.getBytes(US_ASCII));
    }

    private static int inkOf(CutPaper paper) {
        var image = paper.image();
        int ink = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            if (image.getRGB(i % image.getWidth(), i / image.getWidth()) == 0xFF000000) {
                ink++;
            }
        }
        return ink;
    }
}
