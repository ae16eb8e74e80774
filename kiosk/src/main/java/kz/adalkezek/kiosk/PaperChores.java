package kz.adalkezek.kiosk;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javax.imageio.ImageIO;
import kz.adalkezek.kiosk.font.BundledFont;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.kiosk.print.Printing;
import kz.adalkezek.kiosk.print.SampleTicket;
import kz.adalkezek.kiosk.print.TicketPress;
import kz.adalkezek.kiosk.report.PaperCount;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.serial.SerialSettings;
import kz.adalkezek.kiosk.sim.DryRun;
import kz.adalkezek.kiosk.sim.PrinterSimulator;

/// What a person who puts a kiosk up does with its paper: see the tickets of a configuration, and
/// find out whether its printer is the right one.
final class PaperChores {

    private static final int BETWEEN_DOTS = 40;
    private static final Color DESK = new Color(0xB0B0B0);

    private final Config config;
    private final PrintStream out;
    private final TicketPress press;

    PaperChores(Config config, PrintStream out) throws IOException {
        this.config = config;
        this.out = out;
        BundledFont.standAlone();
        this.press = new TicketPress(config.printer().profile(), config.printer().design());
    }

    /// Draws the tickets of the three languages side by side, as this printer would print them.
    void preview(Path png) throws IOException {
        var profile = config.printer().profile();
        int dots = profile.paper().dots();
        var tickets = new ArrayList<BufferedImage>();
        for (var language : Language.values()) {
            byte[] bytes = press.press(SampleTicket.in(language));
            tickets.add(DryRun.papers(bytes, dots, profile.pageNames()).getFirst().image());
        }
        int highest = tickets.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        int across = dots + BETWEEN_DOTS;
        var desk =
                new BufferedImage(
                        across * tickets.size() + BETWEEN_DOTS,
                        highest + 2 * BETWEEN_DOTS,
                        BufferedImage.TYPE_BYTE_GRAY);
        var graphics = desk.createGraphics();
        graphics.setColor(DESK);
        graphics.fillRect(0, 0, desk.getWidth(), desk.getHeight());
        for (int i = 0; i < tickets.size(); i++) {
            graphics.drawImage(tickets.get(i), BETWEEN_DOTS + i * across, BETWEEN_DOTS, null);
        }
        graphics.dispose();
        ImageIO.write(desk, "png", png.toFile());
        out.println("the tickets of profile " + profile.name() + " are drawn in " + png);
    }

    /// Prints a test ticket; on the simulated printer it becomes a picture.
    ///
    /// @return whether the printer says that it is out, as far as it can say so
    boolean testTicket() throws IOException {
        Files.createDirectories(config.kiosk().data());
        if (config.printer().device().isPresent()) {
            return print(config.printer().device().get(), false);
        }
        try (var simulator = Terminal.simulator(config)) {
            boolean printed = print(simulator.port().toString(), true);
            lastPaper(simulator).ifPresent(out::println);
            return printed;
        }
    }

    private Optional<String> lastPaper(PrinterSimulator simulator) throws IOException {
        if (simulator.papers().isEmpty()) {
            return Optional.empty();
        }
        var png = config.kiosk().data().resolve("test-ticket.png");
        Files.write(png, simulator.papers().getLast().png());
        return Optional.of("the simulated paper is in " + png);
    }

    private boolean print(String device, boolean pty) {
        var settings = config.printer();
        var papers = new PaperCount(config.kiosk().data().resolve("printed"));
        var port = new SerialSettings(device, settings.baud(), settings.handshake(), pty);
        try (var printer =
                new Printer(new SerialLink(port), settings.profile().status(), papers::add)) {
            var done = printer.print(press.test(config.kiosk().language()));
            out.println(sentence(done));
            return done instanceof Printing.Printed;
        }
    }

    private static String sentence(Printing done) {
        return switch (done) {
            case Printing.Printed _ -> "printed: look whether both lines of each pair are alike";
            case Printing.OutOfPaper _ -> "there is no paper: put a roll in and try again";
            case Printing.CoverOpen _ -> "the cover is open: close it and try again";
            case Printing.Jammed _ -> "the knife is stuck: free it and try again";
            case Printing.Offline _ ->
                    "the printer is off-line: press its FEED key, or switch it on";
            case Printing.Unknown _ ->
                    "sent, and the printer says nothing: look whether it has printed; if it has,"
                            + " its status dialect is \"silent\" or \"clone-1-4\"";
            case Printing.Unreachable(var port, var cause) ->
                    port
                            + " cannot be used ("
                            + cause
                            + "): check cable and name, and end the kiosk";
        };
    }
}
