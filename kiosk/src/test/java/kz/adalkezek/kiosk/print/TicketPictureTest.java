package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.sim.CutPaper;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.log.ReceiptVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a person and a phone see on the paper of the simulated printer, read by tesseract and
/// zbarimg. Leaves the pictures in `target/tickets`.
class TicketPictureTest {

    private static final SampleTickets SAMPLES = new SampleTickets();

    @ParameterizedTest
    @MethodSource("printersAndLanguages")
    void readsWell(Profile profile, Language language, @TempDir Path dir) throws Exception {
        var paper = printed(profile, SAMPLES.in(language), dir);
        var words = new Judge(dir).words(Judge.belowNumber(paper.png()), tesseract(language));
        assertThat(words.replaceAll("\\s+", " ")).contains(expected(language));
        assertReceipt(paper, profile.paper().fullReceipt(), dir);
    }

    static Stream<Arguments> printersAndLanguages() {
        return Stream.of("raster-80", "raster-58", "epson-80", "epson-58")
                .flatMap(name ->
                        Arrays.stream(Language.values())
                                .map(it -> Arguments.of(Printers.named(name), it)));
    }

    @Test
    void showsTheNumberLargeEnoughToBeReadAsAWord(@TempDir Path dir) throws Exception {
        var image = printed(Printers.named("raster-80"), SAMPLES.in(Language.RU), dir).image();
        var number = image.getSubimage(0, 190, image.getWidth(), 190);
        assertThat(new Judge(dir).words(png(number), "rus")).contains("047");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatWasIssuedWithoutConnection(Language language, @TempDir Path dir) throws Exception {
        var paper = printed(Printers.named("raster-80"), SAMPLES.offline(language), dir);
        var words = new Judge(dir).words(Judge.belowNumber(paper.png()), tesseract(language));
        assertThat(words.replaceAll("\\s+", " ")).contains(offline(language)).contains("09:00");
        assertThat(new Judge(dir).code(paper.png())).isEqualTo(SampleTickets.ADDRESS);
    }

    private static String offline(Language language) {
        return switch (language) {
            case KK -> "Байланыссыз берілді";
            case RU -> "Выдан без связи";
            case EN -> "Issued without connection";
        };
    }

    @Test
    void marksGroundAndCopyOnPaper(@TempDir Path dir) throws Exception {
        var ticket = SAMPLES.of(Language.RU, 0, true, true, SAMPLES.receipt);
        var words =
                new Judge(dir)
                        .words(printed(Printers.named("raster-80"), ticket, dir).png(), "rus");
        assertThat(words).contains("Копия талона").contains("Вы следующий");
    }

    private static String[] expected(Language language) {
        return switch (language) {
            case KK ->
                    new String[] {
                        "мүлікке", "тіркеу", "Әлеуметтік", "қараша", "2026", "09:00", "Кезекті"
                    };
            case RU ->
                    new String[] {"недвижимое", "поддержка", "22 ноября 2026", "09:00", "очередью"};
            case EN ->
                    new String[] {
                        "Registration", "Social support", "22 November 2026", "09:00", "phone"
                    };
        };
    }

    private static String tesseract(Language language) {
        return switch (language) {
            case KK -> "kaz";
            case RU -> "rus";
            case EN -> "eng";
        };
    }

    private static void assertReceipt(CutPaper paper, boolean full, Path dir) throws Exception {
        var content = new Judge(dir).code(paper.png());
        assertThat(content).startsWith(SampleTickets.PAGE);
        var receipt = Ticket.receiptOf(content);
        assertThat(receipt.isFull()).isEqualTo(full);
        assertThat(receipt.verify(SAMPLES.logKeys())).isEqualTo(ReceiptVerdict.SOUND);
        Receipt sent = full ? SAMPLES.receipt : SAMPLES.receipt.shortened();
        assertThat(receipt.encode()).isEqualTo(sent.encode());
    }

    private static CutPaper printed(Profile profile, Ticket ticket, Path dir) throws IOException {
        try (var simulator =
                        PrinterSimulator.start(
                                dir.resolve("printer"), profile.paper().dots(), Printers.PAGES);
                var printer =
                        new Printer(
                                new SerialLink(Ports.pty(simulator)), profile.status(), () -> {})) {
            var press = new TicketPress(profile, TicketDesign.USUAL);
            assertThat(printer.print(press.press(ticket))).isEqualTo(new Printing.Printed());
            assertThat(simulator.errors()).isEmpty();
            assertThat(simulator.papers()).hasSize(1);
            var piece = simulator.papers().getFirst();
            keep(piece, profile, ticket);
            return piece;
        }
    }

    private static void keep(CutPaper piece, Profile profile, Ticket ticket) throws IOException {
        int millimetres = profile.paper().fullReceipt() ? 80 : 58;
        var kind =
                ticket.reprint()
                        ? "-copy"
                        : ticket.origin() instanceof Ticket.Origin.Kiosk ? "-offline" : "";
        var own = profile.pages().isEmpty() ? "" : "-native";
        var name = "ticket-" + millimetres + "-" + ticket.language().tag() + own + kind + ".png";
        var file = Path.of("target", "tickets", name);
        Files.createDirectories(file.getParent());
        Files.write(file, piece.png());
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
