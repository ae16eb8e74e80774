package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.sim.Fault;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that goes wrong with a printer in a hall, over the simulator's own terminal.
class PrinterTest {

    private static final byte[] TICKET =
            new TicketPress(Paper.MM_80).press(new SampleTickets().in(Language.KK));

    /// A second on a line of 9,600 baud.
    private static final byte[] SHORT =
            new EscPos()
                    .picture(new BufferedImage(576, 16, BufferedImage.TYPE_BYTE_BINARY))
                    .cut(Cutter.PARTIAL)
                    .bytes();

    private static final Printing PRINTED = new Printing.Printed();
    private static final PrinterStatus READY = new PrinterStatus.Ready(false);

    private PrinterSimulator simulator;
    private Printer printer;
    private final AtomicInteger cuts = new AtomicInteger();

    @BeforeEach
    void plugIn(@TempDir Path dir) throws IOException {
        simulator =
                PrinterSimulator.start(dir.resolve("ticket-printer"), PrinterSimulator.WIDE_DOTS);
        printer = printer(StatusDialect.EPSON);
    }

    @AfterEach
    void unplug() throws IOException {
        printer.close();
        simulator.close();
    }

    @Test
    void printsOneTicketForOneCall() {
        assertThat(printer.status()).isEqualTo(READY);
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        assertThat(simulator.papers()).hasSize(2).noneMatch(paper -> paper.torn());
        assertThat(simulator.papers().getLast().png())
                .isEqualTo(simulator.papers().getFirst().png());
        assertThat(simulator.errors()).isEmpty();
    }

    @Test
    void sendsNothingWithoutPaperAndPrintsAfterwards() throws IOException {
        simulator.set(Fault.PAPER_OUT, true);
        assertThat(printer.print(TICKET)).isEqualTo(new Printing.OutOfPaper());
        simulator.set(Fault.PAPER_OUT, false);
        assertThat(simulator.papers()).isEmpty();
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        assertThat(simulator.papers()).hasSize(1);
    }

    @Test
    void saysSoWhenPaperEndsWithinTheTicketAndNeverPrintsTheRest() throws IOException {
        simulator.runOutAfter(500);
        assertThat(printer.print(TICKET)).isEqualTo(new Printing.OutOfPaper());
        assertThat(printer.status()).isInstanceOf(PrinterStatus.Trouble.class);
        simulator.set(Fault.PAPER_OUT, false);
        assertThat(simulator.papers()).singleElement().matches(piece -> piece.torn());
        assertThat(printer.status()).isEqualTo(READY);
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        // The torn piece, what was cut off before the next person, and the next person's ticket.
        assertThat(simulator.papers()).hasSize(3);
        assertThat(simulator.papers().get(1).image().getHeight()).isLessThan(150);
        assertThat(simulator.errors()).isEmpty();
    }

    @Test
    void saysSoWhenTheCoverIsOpen() throws IOException {
        simulator.set(Fault.COVER_OPEN, true);
        assertThat(printer.print(TICKET)).isEqualTo(new Printing.CoverOpen());
        assertThat(printer.status()).isEqualTo(new PrinterStatus.Trouble(new Printing.CoverOpen()));
        simulator.set(Fault.COVER_OPEN, false);
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        assertThat(simulator.papers()).hasSize(1);
    }

    @Test
    void saysSoWhenTheKnifeSticksAndGoesOnWhenItIsFree() throws IOException {
        simulator.set(Fault.CUTTER_JAM, true);
        assertThat(printer.print(TICKET)).isEqualTo(new Printing.Jammed());
        assertThat(printer.print(TICKET)).isEqualTo(new Printing.Jammed());
        assertThat(simulator.papers()).isEmpty();
        simulator.set(Fault.CUTTER_JAM, false);
        assertThat(printer.status()).isEqualTo(READY);
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        assertThat(simulator.papers()).hasSize(2);
        assertThat(simulator.papers().getLast().image().getHeight()).isLessThan(1_500);
    }

    @Test
    void neverTakesSilenceForSuccess() throws IOException {
        simulator.set(Fault.SILENT, true);
        assertThat(printer.status()).isEqualTo(new PrinterStatus.Unknown());
        assertThat(printer.print(TICKET)).isEqualTo(new Printing.Unknown());
    }

    @Test
    void tellsThatPaperIsLow() throws IOException {
        simulator.set(Fault.PAPER_LOW, true);
        assertThat(printer.status()).isEqualTo(new PrinterStatus.Ready(true));
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
    }

    @Test
    void asksAnewAndDoesNotBelieveOldAnswers() throws IOException {
        assertThat(printer.status()).isEqualTo(READY);
        simulator.set(Fault.PAPER_OUT, true);
        // Well-formed answers from before: ready, paper is there.
        simulator.babble(new byte[] {0x12, 0x12, 0x12, 0x12, 0, 0});
        assertThat(printer.print(TICKET)).isEqualTo(new Printing.OutOfPaper());
        assertThat(simulator.papers()).isEmpty();
    }

    @Test
    void isNotConfusedByGarbageFromThePort() throws IOException {
        byte[] garbage = new byte[3_000];
        Arrays.fill(garbage, (byte) 0xFF);
        simulator.babble(garbage);
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
    }

    @Test
    void saysSoWhenThereIsNoDeviceAndPrintsWhenItComesBack() throws IOException {
        simulator.unplug();
        assertThat(printer.status())
                .isEqualTo(new PrinterStatus.Trouble(unreachable("there is no such device")));
        simulator.plugIn();
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        simulator.unplug();
        assertThat(printer.print(TICKET)).isEqualTo(unreachable("there is no such device"));
        simulator.plugIn();
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        assertThat(simulator.papers()).hasSize(2);
    }

    @Test
    void knowsNothingOfATicketWhoseCableWasPulledAndLeavesNoRestOfIt() throws IOException {
        printer.close();
        try (var cut = new Printer(new BrokenInTheMiddle(false), StatusDialect.EPSON, () -> {})) {
            assertThat(cut.print(TICKET)).isInstanceOf(Printing.Unreachable.class);
            assertThat(simulator.papers()).isEmpty();
            simulator.plugIn();
            assertThat(cut.print(TICKET)).isEqualTo(PRINTED);
            assertThat(simulator.papers()).hasSize(2);
            assertThat(simulator.papers().getLast().torn()).isFalse();
        }
    }

    @Test
    void doesNotPrintAgainWhenTheCableCameBackAtOnce() throws IOException {
        printer.close();
        try (var cut = new Printer(new BrokenInTheMiddle(true), StatusDialect.EPSON, () -> {})) {
            assertThat(cut.print(TICKET)).isEqualTo(new Printing.Unknown());
            assertThat(cut.status()).isEqualTo(READY);
            // Only what was cut off: half a ticket.
            assertThat(simulator.papers()).hasSize(1);
            assertThat(cut.print(TICKET)).isEqualTo(PRINTED);
            assertThat(simulator.papers()).hasSize(2);
        }
    }

    @Test
    void givesUpOnAPortThatTakesNoBytesAndComesBack() throws IOException {
        assertThat(printer.status()).isEqualTo(READY);
        simulator.set(Fault.STUCK, true);
        byte[] more = new byte[200_000];
        assertThat(printer.print(more))
                .isInstanceOfAny(Printing.Unknown.class, Printing.Unreachable.class);
        // Switched off and on, with the cable: what had been written is lost with it.
        simulator.unplug();
        simulator.set(Fault.STUCK, false);
        simulator.plugIn();
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
    }

    @Test
    void tellsTwoKiosksThatAPrinterBelongsToOne() {
        assertThat(printer.status()).isEqualTo(READY);
        try (var other = printer(StatusDialect.EPSON)) {
            var taken =
                    unreachable("another program has this device; it belongs to one kiosk alone");
            assertThat(other.print(TICKET)).isEqualTo(taken);
            assertThat(simulator.papers()).isEmpty();
            assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
            printer.close();
            assertThat(other.print(TICKET)).isEqualTo(PRINTED);
        }
    }

    @Test
    void countsTheCutsOfTicketsAndOfTornRests() throws IOException {
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        simulator.set(Fault.PAPER_OUT, true);
        printer.print(TICKET);
        assertThat(cuts).hasValue(1);
        simulator.set(Fault.PAPER_OUT, false);
        simulator.runOutAfter(500);
        printer.print(TICKET);
        assertThat(cuts).hasValue(1);
        simulator.set(Fault.PAPER_OUT, false);
        assertThat(printer.print(TICKET)).isEqualTo(PRINTED);
        assertThat(cuts).hasValue(3);
        assertThat(simulator.papers()).filteredOn(paper -> !paper.torn()).hasSize(3);
    }

    @Test
    void waitsForAPrinterOnASlowLine() throws IOException {
        simulator.set(Fault.SLOW, true);
        assertThat(printer.status()).isEqualTo(READY);
        assertThat(printer.print(SHORT)).isEqualTo(PRINTED);
        assertThat(simulator.papers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLOW")
    void isFreeAgainSoonWhateverHappens(Fault fault) throws IOException {
        simulator.set(fault, true);
        long began = System.nanoTime();
        printer.print(TICKET);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    private Printer printer(StatusDialect dialect) {
        return new Printer(new SerialLink(Ports.pty(simulator)), dialect, cuts::incrementAndGet);
    }

    private Printing unreachable(String cause) {
        return new Printing.Unreachable(simulator.port().toString(), cause);
    }

    /// A serial link whose cable is pulled after half of the first ticket.
    private final class BrokenInTheMiddle implements Link {

        private final SerialLink link = new SerialLink(Ports.pty(simulator));
        private final boolean backAtOnce;
        private boolean broken;

        BrokenInTheMiddle(boolean backAtOnce) {
            this.backAtOnce = backAtOnce;
        }

        @Override
        public String name() {
            return link.name();
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            if (broken || bytes.length < TICKET.length) {
                link.write(bytes);
                return;
            }
            broken = true;
            int half = bytes.length / 2;
            link.write(Arrays.copyOf(bytes, half));
            try {
                simulator.unplug();
                if (backAtOnce) {
                    simulator.plugIn();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            link.write(Arrays.copyOfRange(bytes, half, bytes.length));
        }

        @Override
        public byte[] read(Duration patience) throws LinkException {
            return link.read(patience);
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
