package kz.adalkezek.kiosk.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.barcode.PDF417;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import kz.adalkezek.kiosk.print.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a program of others sends comes out as its author meant it.
class ForeignBytesTest {

    private static final String CONTENT = "https://queue.example.gov/t#0123456789";

    @Test
    void printsARussianReceiptOfOthers(@TempDir Path dir) throws Exception {
        var paper =
                printed(escpos -> {
                    escpos.setPrinterCharacterTable(17);
                    escpos.setCharsetName("cp866");
                    escpos.writeLF(style(Style.FontSize._2), "Добро пожаловать");
                    escpos.writeLF("Городской открытый фронт-офис");
                    escpos.feed(2);
                    escpos.write(code().setSize(6), CONTENT);
                    escpos.feed(6);
                    escpos.cut(EscPos.CutMode.PART);
                });
        var words = new Judge(dir).words(paper.png(), "rus");
        assertThat(words).contains("Добро пожаловать").contains("открытый");
        assertThat(new Judge(dir).code(paper.png())).isEqualTo(CONTENT);
    }

    @Test
    void printsKazakhThatOthersEncoded(@TempDir Path dir) throws Exception {
        var words = "Қалалық ашық фронт-офис";
        byte[] encoded = iconv(words);
        var paper =
                printed(escpos -> {
                    escpos.setPrinterCharacterTable(53);
                    escpos.setStyle(style(Style.FontSize._2));
                    escpos.write(encoded, 0, encoded.length);
                    escpos.feed(6);
                    escpos.cut(EscPos.CutMode.FULL);
                });
        assertThat(new Judge(dir).words(paper.png(), "kaz")).contains("Қалалық", "ашық");
    }

    @Test
    void printsAPictureDotByDot() throws IOException {
        var picture = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 24, 16);
        graphics.setColor(Color.BLACK);
        graphics.drawLine(0, 0, 15, 15);
        graphics.dispose();
        var paper =
                printed(
                                escpos -> {
                                    escpos.write(
                                            new RasterBitImageWrapper(),
                                            new EscPosImage(
                                                    new CoffeeImageImpl(picture),
                                                    new BitonalThreshold()));
                                    escpos.feed(6);
                                    escpos.cut(EscPos.CutMode.PART);
                                })
                        .image();
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 24; x++) {
                int row = PaperRoll.KNIFE_DOTS + y;
                assertThat(paper.getRGB(x, row)).isEqualTo(picture.getRGB(x, y));
            }
        }
    }

    @Test
    void namesWhatItDoesNotHave() {
        assertThatThrownBy(() -> printed(escpos -> escpos.write(new PDF417(), CONTENT)))
                .hasMessageContaining("kind of code");
        assertThatThrownBy(() -> printed(escpos -> escpos.setPrinterCharacterTable(99)))
                .hasMessageContaining("code page");
    }

    private static QRCode code() {
        return new QRCode()
                .setModel(QRCode.QRModel._2)
                .setErrorCorrectionLevel(QRCode.QRErrorCorrectionLevel.QR_ECLEVEL_Q)
                .setJustification(Justification.Center);
    }

    private static Style style(Style.FontSize size) {
        return new Style()
                .setFontSize(size, size)
                .setBold(true)
                .setJustification(Justification.Center);
    }

    private interface Job {
        void send(EscPos escpos) throws IOException;
    }

    private static CutPaper printed(Job job) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var escpos = new EscPos(bytes)) {
            escpos.initializePrinter();
            job.send(escpos);
        }
        return DryRun.papers(
                        modelTwo(bytes.toByteArray()),
                        PrinterSimulator.WIDE_DOTS,
                        LetterTables.EPSON)
                .getFirst();
    }

    /// The library counts the models of QR codes from 48 where printers count from 49, so its model
    /// 2 is their model 1.
    private static byte[] modelTwo(byte[] bytes) {
        var sent = new String(bytes, ISO_8859_1);
        return sent.replace("\u001D(k\u0004\u00001A1\u0000", "\u001D(k\u0004\u00001A2\u0000")
                .getBytes(ISO_8859_1);
    }

    private static byte[] iconv(String words) throws IOException, InterruptedException {
        var process = new ProcessBuilder("iconv", "-f", "UTF-8", "-t", "RK1048").start();
        try (var in = process.getOutputStream()) {
            in.write(words.getBytes(UTF_8));
        }
        byte[] encoded = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return encoded;
    }
}
