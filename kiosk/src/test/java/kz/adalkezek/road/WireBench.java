package kz.adalkezek.road;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import kz.adalkezek.kiosk.TestBranch;
import kz.adalkezek.kiosk.TestKiosk;
import kz.adalkezek.kiosk.errand.Stage;
import kz.adalkezek.kiosk.errand.TicketPaper;
import kz.adalkezek.kiosk.print.Printers;
import kz.adalkezek.kiosk.print.SampleTickets;
import kz.adalkezek.kiosk.print.TicketDesign;
import kz.adalkezek.kiosk.print.TicketPress;
import kz.adalkezek.kiosk.serial.SerialSettings;
import kz.adalkezek.kiosk.sim.SlowPrinter;
import kz.adalkezek.server.bench.Bench.Measurement;
import kz.adalkezek.server.bench.Figures;

/// From the page's request to the ticket on the wire, with a branch that answers at once. The
/// kiosk's real parts run in this process, and write through jSSC to a line with a true speed: as
/// pictures, and in the printer's own letters.
final class WireBench implements Measurement {

    private static final List<Integer> BAUDS = List.of(9_600, 19_200, 115_200);
    private static final int RUNS = 5;
    private static final int BITS_A_BYTE = 10;
    private static final long PATIENCE_S = 60;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double MS_A_SECOND = 1e3;

    /// As long as those of the demo's catalogue.
    private static final String OFFER =
            TestBranch.OFFER.replace("Жеке куәлік", "Жеке куәлік беру немесе ауыстыру");

    private record Run(double first, double last, double limit, int bytes) {}

    @Override
    public void run(Path room) throws IOException, InterruptedException {
        Figures.print("a ticket of 80 mm in Kazakh with a full receipt; touch: PUT of the page");
        Figures.print(
                "%-8s %-8s %8s %14s %13s %10s %9s",
                "lines", "baud", "bytes", "first byte ms", "last byte s", "wire s", "of wire");
        for (var printer : List.of("raster-80", "epson-80")) {
            for (int baud : BAUDS) {
                print(room.resolve(printer + "-" + baud), printer, baud);
            }
        }
        Figures.print("wire: bytes * 10 / baud. The line takes bytes at its speed from a pseudo-");
        Figures.print("terminal, so what the system keeps between makes no byte arrive sooner.");
    }

    private static void print(Path room, String printer, int baud)
            throws IOException, InterruptedException {
        var press = new TicketPress(Printers.named(printer), TicketDesign.USUAL);
        var runs = runs(room, baud, new TicketPaper(press, false));
        double last = Figures.median(runs, Run::last);
        double limit = Figures.median(runs, Run::limit);
        Figures.print(
                "%-8s %-8d %8.0f %14.0f %13.2f %10.2f %8.0f%%   (aim: 115%%, first byte 30 ms)",
                printer.startsWith("raster") ? "drawn" : "letters",
                baud,
                Figures.median(runs, Run::bytes),
                Figures.median(runs, Run::first) * MS_A_SECOND,
                last,
                limit,
                100 * last / limit);
    }

    private static List<Run> runs(Path room, int baud, TicketPaper paper)
            throws IOException, InterruptedException {
        Files.createDirectories(room);
        var runs = new ArrayList<Run>();
        try (var branch = new TestBranch();
                var printer = new SlowPrinter(baud)) {
            branch.offers("offer-1", OFFER);
            branch.receipts(SampleTickets.receiptUrl());
            var port = new SerialSettings(printer.port().toString(), baud, false, true);
            var now = Instant.now();
            try (var kiosk =
                            new TestKiosk(
                                    room,
                                    branch,
                                    port,
                                    Optional.empty(),
                                    TestKiosk.PATIENT,
                                    now,
                                    paper);
                    var citizen = new Touch(URI.create("http://localhost:" + kiosk.port()))) {
                kiosk.awaitOffer();
                kiosk.awaitPrinter();
                // The first one loads what draws and writes, as a kiosk does when it starts.
                take(kiosk, citizen, printer, baud);
                for (int i = 0; i < RUNS; i++) {
                    runs.add(take(kiosk, citizen, printer, baud));
                }
            }
            if (!printer.errors().isEmpty()) {
                throw new IllegalStateException("the printer complains: " + printer.errors());
            }
        }
        return runs;
    }

    private static Run take(TestKiosk kiosk, Touch citizen, SlowPrinter printer, int baud)
            throws IOException, InterruptedException {
        var request = TestKiosk.fresh();
        long touch = System.nanoTime();
        citizen.take(request.toString());
        try {
            var ticket = printer.next(PATIENCE_S);
            kiosk.awaitStage(request, Stage.Handed.class);
            citizen.done(request.toString());
            return new Run(
                    (ticket.firstByte() - touch) / NANOS_A_SECOND,
                    (ticket.lastByte() - touch) / NANOS_A_SECOND,
                    (double) ticket.bytes() * BITS_A_BYTE / baud,
                    ticket.bytes());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the kiosk printed nothing", e);
        }
    }
}
