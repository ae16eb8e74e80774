package kz.adalkezek.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.adalkezek.kiosk.enrol.SigningKey;
import kz.adalkezek.kiosk.errand.Copies;
import kz.adalkezek.kiosk.errand.Errand;
import kz.adalkezek.kiosk.errand.Errands;
import kz.adalkezek.kiosk.errand.Patience;
import kz.adalkezek.kiosk.errand.PrinterWatch;
import kz.adalkezek.kiosk.errand.Stage;
import kz.adalkezek.kiosk.errand.TicketAddress;
import kz.adalkezek.kiosk.errand.TicketPaper;
import kz.adalkezek.kiosk.errand.Wish;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.offline.Alone;
import kz.adalkezek.kiosk.offline.BranchTime;
import kz.adalkezek.kiosk.offline.Contact;
import kz.adalkezek.kiosk.offline.Stock;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Paper;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.kiosk.print.PrinterStatus;
import kz.adalkezek.kiosk.print.StatusDialect;
import kz.adalkezek.kiosk.scan.ScanDesk;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.serial.SerialSettings;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import kz.adalkezek.kiosk.touch.Devices;
import kz.adalkezek.kiosk.touch.Simulators;
import kz.adalkezek.kiosk.touch.TouchPage;
import kz.adalkezek.kiosk.witness.Witness;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.RequestId;

/// A whole kiosk of real parts, less patient than in a hall, on a simulator that outlives it.
public final class TestKiosk implements AutoCloseable {

    public static final Duration LONG = Duration.ofMinutes(10);
    public static final Patience PATIENT =
            new Patience(
                    List.of(Duration.ofMillis(50)),
                    Duration.ofMillis(100),
                    LONG,
                    LONG,
                    LONG,
                    LONG,
                    Duration.ZERO);

    /// Gives a number alone almost at once.
    public static final Patience SOON_ALONE =
            new Patience(
                    PATIENT.askAgain(),
                    PATIENT.late(),
                    Duration.ofMillis(300),
                    LONG,
                    LONG,
                    LONG,
                    Duration.ZERO);

    public static final Wish WISH = new Wish(List.of("ID-CARD"), Language.KK, Optional.empty());

    /// Drawing starts slowly, so all kiosks of a test run share one.
    private static final TicketPaper PAPER = new TicketPaper(Paper.MM_80);

    private final Path data;
    private final Printer printer;
    private final PrinterWatch printerWatch;
    private final BranchLink link;
    private final BranchWatch watch;
    private final Alone alone;
    private final Contact contact;
    private final Witness witness;
    private final Errands errands;
    private final ScanDesk scans;
    private final TouchPage page;

    public TestKiosk(
            Path data,
            TestBranch branch,
            PrinterSimulator simulator,
            Patience patience,
            Instant now) {
        this(
                data,
                branch,
                new SerialSettings(simulator.port().toString(), 115_200, false, true),
                Optional.of(simulator),
                patience,
                now);
    }

    /// With any printer, and its page only if that is simulated.
    public TestKiosk(
            Path data,
            TestBranch branch,
            SerialSettings port,
            Optional<PrinterSimulator> simulator,
            Patience patience,
            Instant now) {
        this(data, branch, port, simulator, patience, now, PAPER);
    }

    /// With tickets of its own.
    public TestKiosk(
            Path data,
            TestBranch branch,
            SerialSettings port,
            Optional<PrinterSimulator> simulator,
            Patience patience,
            Instant now,
            TicketPaper paper) {
        this.data = data;
        this.printer = new Printer(new SerialLink(port), StatusDialect.EPSON, () -> {});
        this.printerWatch = new PrinterWatch(printer, Duration.ofMillis(200));
        this.link = new BranchLink(branch.url(), "secret");
        this.watch = new BranchWatch(link, Duration.ofMillis(50), data.resolve("offer.json"));
        try {
            var time =
                    new BranchTime(
                            data.resolve("time"), InstantSource.fixed(now), System::nanoTime);
            var offline = data.resolve("offline");
            this.alone = Alone.open(offline, new DeviceId("k1"), SigningKey.in(data), time);
            this.contact =
                    new Contact(
                            offline,
                            alone,
                            time,
                            link,
                            watch::view,
                            new Stock(20, 10),
                            System::nanoTime,
                            Duration.ofMillis(100));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.witness =
                new Witness(
                        data.resolve("witness"),
                        link,
                        InstantSource.fixed(now),
                        Duration.ofMillis(200));
        this.errands =
                new Errands(
                        data.resolve("outbox"),
                        link,
                        watch,
                        alone,
                        new TicketAddress(data.resolve("page"), "https://queue.example.gov/t"),
                        witness::believes,
                        paper,
                        printer,
                        printerWatch,
                        InstantSource.fixed(now),
                        System::nanoTime,
                        patience);
        this.scans = new ScanDesk(link, LONG);
        this.page =
                new TouchPage(
                        "127.0.0.1",
                        0,
                        new TouchPage.Kiosk("k1", UUID.randomUUID(), Language.KK, Optional.of(3.2)),
                        errands,
                        watch,
                        printerWatch,
                        () -> new TouchPage.Standing(true, givesAlone(), !witness.refuses()),
                        new Devices(
                                Optional.empty(),
                                scans,
                                new Copies(errands, link, watch, PAPER, printer),
                                new Simulators(
                                        link.cable(),
                                        simulator,
                                        Optional.empty(),
                                        Optional.empty())));
        page.start();
        scans.start(page::nudge);
        errands.start(page::nudge);
        printerWatch.start(page::nudge);
        watch.start(page::nudge);
        contact.start(page::nudge);
        witness.start(page::nudge);
    }

    private boolean givesAlone() {
        return watch.view().offer().filter(alone::canGive).isPresent();
    }

    public Alone alone() {
        return alone;
    }

    public Witness witness() {
        return witness;
    }

    /// Numbers for hours without the branch.
    public void awaitNumbers() {
        Await.until("numbers", contact::state, this::givesAlone);
    }

    public void awaitHandedOver() {
        Await.until("everything handed over", contact::state, () -> !alone.owes());
    }

    public Errands errands() {
        return errands;
    }

    public int port() {
        return page.port();
    }

    public static RequestId fresh() {
        return new RequestId(UUID.randomUUID());
    }

    /// Another kiosk of this process may have had the device a moment ago.
    public void awaitPrinter() {
        Await.until(
                "a printer that is ready",
                printerWatch::status,
                () -> {
                    printerWatch.nudge();
                    return printerWatch.status() instanceof PrinterStatus.Ready;
                });
    }

    public void awaitOffer() {
        Await.until("an offer", watch::view, () -> watch.view().offer().isPresent());
    }

    public void awaitReachable() {
        Await.until("a branch that answers", watch::view, () -> watch.view().reachable());
    }

    public void awaitGone() {
        Await.until("a branch out of reach", watch::view, () -> !watch.view().reachable());
    }

    /// The errand of a touch, at the stage that it reaches.
    public <S extends Stage> S awaitStage(RequestId request, Class<S> stage) {
        Await.until(
                stage.getSimpleName(),
                () -> errands.errand(request),
                () ->
                        errands.errand(request)
                                .map(Errand::stage)
                                .filter(stage::isInstance)
                                .isPresent());
        return stage.cast(errands.errand(request).orElseThrow().stage());
    }

    public void awaitEmptyOutbox() {
        Await.until("an empty outbox", this::outbox, () -> outbox().isEmpty());
    }

    public List<Path> outbox() {
        try (var files = Files.list(data.resolve("outbox"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        page.close();
        scans.close();
        watch.close();
        link.close();
        errands.close();
        printerWatch.close();
        printer.close();
        try {
            witness.close();
            contact.close();
            alone.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
