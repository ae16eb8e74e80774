package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final SampleTickets SAMPLES = new SampleTickets();

    /// The dot budget: the short receipt is version 8 or 9 of level M.
    @ParameterizedTest
    @CsvSource({"https://q.kz/t#, 49, 6", "https://queue.example.gov/t#, 53, 6"})
    void drawsTheShortReceiptOnNarrowPaper(String page, int modules, int dots) {
        var code = QrCode.of(Paper.MM_58, page, SAMPLES.receipt);
        assertThat(code.moduleDots(Paper.MM_58)).isEqualTo(dots);
        assertThat(code.draw(Paper.MM_58).getHeight()).isEqualTo(modules * dots);
    }

    /// Entry of 245 bytes: version 19 with 7 hashes, 24 with 16, 29 with 24.
    @ParameterizedTest
    @CsvSource({"0, 6", "7, 4", "16, 4", "22, 4"})
    void drawsTheFullReceiptOnWidePaperWithModulesOfFourDotsAtLeast(int path, int dots) {
        var receipt = SAMPLES.fullReceipt(1L << 30, path);
        var code = QrCode.of(Paper.MM_80, SampleTickets.PAGE, receipt);
        assertThat(code.moduleDots(Paper.MM_80)).isEqualTo(dots);
        int side = code.draw(Paper.MM_80).getHeight();
        assertThat(side + 8 * dots).isLessThanOrEqualTo(576);
        assertThat(side / dots).isGreaterThan(53);
    }

    @Test
    void fallsBackToTheShortReceiptWhenTheFullOneWouldBeTooFine() {
        for (int path : new int[] {36, 40}) {
            var receipt = SAMPLES.fullReceipt(1L << 30, path);
            var code = QrCode.of(Paper.MM_80, SampleTickets.PAGE, receipt);
            assertThat(code.draw(Paper.MM_80).getHeight()).isEqualTo(53 * 8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 16})
    void needsAQuarterOfItsDotsOnTheWire(int path) {
        var receipt = SAMPLES.fullReceipt(1L << 30, path);
        for (var paper : new Paper[] {Paper.MM_58, Paper.MM_80}) {
            var picture = QrCode.of(paper, SampleTickets.PAGE, receipt).draw(paper);
            int dots = picture.getHeight() * picture.getHeight();
            assertThat(new EscPos().picture(picture).bytes()).hasSizeLessThan(dots / 8 / 3);
        }
    }

    @Test
    void isNeverSmallerThanTwentyFiveMillimetres() {
        for (var paper : new Paper[] {Paper.MM_58, Paper.MM_80, new Paper(360, false)}) {
            var code = QrCode.of(paper, "https://q.kz/t#", SAMPLES.receipt);
            assertThat(code.draw(paper).getHeight()).isGreaterThanOrEqualTo(25 * 8);
        }
    }
}
