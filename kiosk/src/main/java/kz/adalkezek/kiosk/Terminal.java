package kz.adalkezek.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import kz.adalkezek.kiosk.errand.Copies;
import kz.adalkezek.kiosk.errand.Errands;
import kz.adalkezek.kiosk.errand.Patience;
import kz.adalkezek.kiosk.errand.PrinterWatch;
import kz.adalkezek.kiosk.errand.TicketAddress;
import kz.adalkezek.kiosk.errand.TicketPaper;
import kz.adalkezek.kiosk.font.BundledFont;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.pad.Pad;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.kiosk.print.TicketPress;
import kz.adalkezek.kiosk.report.DeviceReports;
import kz.adalkezek.kiosk.report.PaperCount;
import kz.adalkezek.kiosk.report.PartState;
import kz.adalkezek.kiosk.report.PrinterWords;
import kz.adalkezek.kiosk.scan.ScanDesk;
import kz.adalkezek.kiosk.scan.Scanner;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.serial.SerialSettings;
import kz.adalkezek.kiosk.sim.Fault;
import kz.adalkezek.kiosk.sim.Make;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import kz.adalkezek.kiosk.touch.Devices;
import kz.adalkezek.kiosk.touch.Simulators;
import kz.adalkezek.kiosk.touch.TouchPage;

/// A whole kiosk terminal, wired by hand in reading order.
final class Terminal implements AutoCloseable {

    private final FileChannel lockFile;
    private final Optional<PrinterSimulator> simulator;
    private final Printer printer;
    private final PrinterWatch printerWatch;
    private final BranchLink link;
    private final BranchWatch branchWatch;
    private final boolean paired;
    private final Standalone standalone;
    private final DeviceReports reports;
    private final Errands errands;
    private final Optional<LedLine> leds;
    private final Optional<FrontPanel> panel;
    private final ScanDesk scans;
    private final Optional<Scanner> scanner;
    private final Optional<Pad> pad;
    private final TouchPage page;

    /// Makes everything ready; nobody can touch before [#start].
    ///
    /// @param nanos a clock that only goes forward
    /// @throws IllegalStateException if another process has this kiosk's data folder
    Terminal(Config config, InstantSource clock, LongSupplier nanos) throws IOException {
        Files.createDirectories(config.kiosk().data());
        lockFile = lock(config.kiosk().data().resolve("kiosk.lock"));
        BundledFont.standAlone(config.kiosk().data());

        simulator =
                config.printer().device().isPresent()
                        ? Optional.empty()
                        : Optional.of(simulator(config));
        var device =
                simulator
                        .map(it -> it.port().toString())
                        .or(config.printer()::device)
                        .orElseThrow();
        var papers = new PaperCount(config.kiosk().data().resolve("printed"));
        printer =
                new Printer(
                        new SerialLink(
                                new SerialSettings(
                                        device,
                                        config.printer().baud(),
                                        config.printer().handshake(),
                                        simulator.isPresent())),
                        config.printer().profile(),
                        papers::add);
        printerWatch = new PrinterWatch(printer, PrinterWatch.EVERY);
        var press = new TicketPress(config.printer().profile(), config.printer().design());
        var paper = new TicketPaper(press, config.kiosk().branchTime());
        paper.warmUp();

        link =
                new BranchLink(
                        config.branch().url(),
                        config.branch().token().orElse(""),
                        !config.kiosk().branchTime());
        paired = config.branch().token().isPresent();
        var data = config.kiosk().data();
        branchWatch = new BranchWatch(link, BranchWatch.EVERY, data.resolve("offer.json"));
        standalone = new Standalone(config, link, branchWatch, clock, nanos);
        reports =
                new DeviceReports(
                        link,
                        config.kiosk().id(),
                        () -> !standalone.alone().owes(),
                        papers::count,
                        DeviceReports.AGAIN);
        errands =
                new Errands(
                        data.resolve("outbox"),
                        link,
                        branchWatch,
                        standalone.alone(),
                        new TicketAddress(
                                data.resolve("ticket-page"), config.branch().url() + "/t"),
                        standalone.witness()::believes,
                        paper,
                        printer,
                        printerWatch,
                        // A played branch goes faster than this machine, and patience does not.
                        config.kiosk().branchTime() ? clock : standalone.time(),
                        nanos,
                        Patience.OF_A_HALL);
        leds =
                config.led().isPresent()
                        ? Optional.of(new LedLine(config.led().get(), config.kiosk().data(), link))
                        : Optional.empty();
        panel = config.gpio().map(gpio -> new FrontPanel(gpio, nanos));
        scans = new ScanDesk(link, ScanDesk.SHOWN);
        scanner =
                config.scanner()
                        .map(it -> new Scanner(new SerialLink(it.settings()), scans::scanned));
        pad = config.pad().map(it -> new Pad(new SerialLink(it.settings()), link, it.sheet()));
        page =
                new TouchPage(
                        config.page().host(),
                        config.page().port(),
                        new TouchPage.Kiosk(
                                config.kiosk().id(),
                                UUID.randomUUID(),
                                config.kiosk().language(),
                                config.page().mm()),
                        errands,
                        branchWatch,
                        printerWatch,
                        () -> standalone.standing(paired),
                        new Devices(
                                panel.map(FrontPanel::panel),
                                scans,
                                new Copies(errands, link, branchWatch, paper, printer),
                                new Simulators(
                                        link.cable(),
                                        simulator,
                                        leds.flatMap(LedLine::simulator),
                                        panel.flatMap(FrontPanel::simulator))));
    }

    /// A printer of the configured make; of an unknown one it has all that the simulator knows.
    static PrinterSimulator simulator(Config config) throws IOException {
        var port = config.kiosk().data().resolve("printer");
        var profile = config.printer().profile();
        int dots = profile.paper().dots();
        var simulator =
                profile.pages().isEmpty()
                        ? PrinterSimulator.start(port, dots)
                        : PrinterSimulator.start(port, dots, profile.pageNames());
        switch (profile.status()) {
            case EPSON -> simulator.speakAs(Make.EPSON);
            case CLONE -> simulator.speakAs(Make.CLONE);
            case CUSTOM_KPM -> simulator.speakAs(Make.CUSTOM);
            case SILENT -> simulator.set(Fault.SILENT, true);
        }
        return simulator;
    }

    /// @return the port on which the touch page is served
    int start() {
        page.start();
        errands.start(() -> {
            tellJournal();
            page.nudge();
            standalone.nudge();
        });
        printerWatch.start(() -> {
            reports.is(PrinterWords.of(printerWatch.status()));
            show();
        });
        if (paired) {
            reports.start();
            standalone.start(
                    reports,
                    () -> {
                        tellJournal();
                        show();
                    });
            branchWatch.start(() -> {
                show();
                standalone.nudge();
            });
            leds.ifPresent(line ->
                    line.start(() ->
                            reports.is(
                                    line.isReachable()
                                            ? PartState.LED_READY
                                            : PartState.LED_UNREACHABLE)));
        }
        panel.ifPresent(it -> it.start(reports, page::nudge));
        pad.ifPresent(Pad::start);
        scans.start(page::nudge);
        scanner.ifPresent(it ->
                it.start(() ->
                        reports.is(
                                it.isReachable()
                                        ? PartState.SCANNER_READY
                                        : PartState.SCANNER_UNREACHABLE)));
        show();
        return page.port();
    }

    /// What is kept of errands and what is kept of tickets given alone is one thing to the branch.
    private void tellJournal() {
        boolean sound = errands.isKept() && !standalone.journalFault();
        reports.is(sound ? PartState.JOURNAL_SOUND : PartState.JOURNAL_FAULT);
    }

    /// The screen and the lamp say how it is now.
    private void show() {
        panel.ifPresent(it ->
                it.light(
                        branchWatch.view(),
                        printerWatch.status(),
                        standalone.standing(paired).givesAlone()));
        page.nudge();
    }

    /// Whether it has the token of a branch; else it only says on its screen what is missing.
    boolean isPaired() {
        return paired;
    }

    boolean isSimulated() {
        return simulator.isPresent();
    }

    /// Ends in the order in which nothing is lost: the page first; then the errand, whose ticket
    /// comes out if it has begun to.
    @Override
    public void close() {
        page.close();
        pad.ifPresent(Pad::close);
        scanner.ifPresent(Scanner::close);
        scans.close();
        panel.ifPresent(FrontPanel::close);
        closeLeds();
        branchWatch.close();
        link.close();
        errands.close();
        printerWatch.close();
        reports.close();
        printer.close();
        try {
            standalone.close();
            if (simulator.isPresent()) {
                simulator.get().close();
            }
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the kiosk", e);
        }
    }

    private void closeLeds() {
        try {
            if (leds.isPresent()) {
                leds.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing the LED boards", e);
        }
    }

    /// Two processes on one outbox would take each other's tickets.
    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IllegalStateException("this process runs a kiosk on " + file, e);
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "another kiosk runs on "
                            + file.getParent()
                            + "; end it, or use another folder");
        }
        return channel;
    }
}
