package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.serial.Link;
import kz.adalkezek.kiosk.serial.LinkException;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.sim.Fault;
import kz.adalkezek.kiosk.sim.Make;
import kz.adalkezek.kiosk.sim.PrinterSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Makes of printers that say less than all, or in other bytes, over a terminal.
class DialectsTest {

    private static final byte[] TICKET =
            new TicketPress(Paper.MM_80).press(new SampleTickets().in(Language.RU));
    private static final PrinterStatus READY = new PrinterStatus.Ready(false);
    private static final PrinterStatus NO_PAPER =
            new PrinterStatus.Trouble(new Printing.OutOfPaper());

    private PrinterSimulator simulator;

    @BeforeEach
    void plugIn(@TempDir Path dir) throws IOException {
        simulator =
                PrinterSimulator.start(dir.resolve("ticket-printer"), PrinterSimulator.WIDE_DOTS);
    }

    @AfterEach
    void unplug() throws IOException {
        simulator.close();
    }

    @Test
    void hearsChangesWithoutAskingForThem() throws IOException {
        try (var printer = printer(StatusDialect.EPSON)) {
            assertThat(printer.status()).isEqualTo(READY);
            awaitSaid(printer, READY);
            simulator.set(Fault.PAPER_LOW, true);
            awaitSaid(printer, new PrinterStatus.Ready(true));
            simulator.set(Fault.PAPER_OUT, true);
            awaitSaid(printer, NO_PAPER);
            simulator.set(Fault.PAPER_LOW, false);
            simulator.set(Fault.PAPER_OUT, false);
            awaitSaid(printer, READY);
            assertThat(printer.print(TICKET)).isEqualTo(new Printing.Printed());
            // The ticket began with ESC @, behind which it is asked to speak anew.
            assertThat(printer.status()).isEqualTo(READY);
            awaitSaid(printer, READY);
            simulator.set(Fault.COVER_OPEN, true);
            awaitSaid(printer, new PrinterStatus.Trouble(new Printing.CoverOpen()));
        }
    }

    @Test
    void noticesAPulledCableWithoutAsking() throws IOException {
        try (var printer = printer(StatusDialect.SILENT)) {
            assertThat(printer.status()).isEqualTo(new PrinterStatus.Unknown());
            simulator.unplug();
            assertThat(printer.unasked().orElseThrow()).isInstanceOf(PrinterStatus.Trouble.class);
            simulator.plugIn();
            assertThat(printer.status()).isEqualTo(new PrinterStatus.Unknown());
        }
    }

    @ParameterizedTest
    @CsvSource({"CLONE, CLONE", "CUSTOM, CUSTOM_KPM"})
    void printsWithMakesThatSayLess(Make make, StatusDialect dialect) throws IOException {
        simulator.speakAs(make);
        try (var printer = printer(dialect)) {
            assertThat(printer.status()).isEqualTo(READY);
            assertThat(printer.print(TICKET)).isEqualTo(new Printing.Printed());
            simulator.set(Fault.PAPER_LOW, true);
            assertThat(printer.status()).isEqualTo(new PrinterStatus.Ready(true));
            simulator.set(Fault.PAPER_OUT, true);
            assertThat(printer.status()).isEqualTo(NO_PAPER);
            assertThat(printer.print(TICKET)).isEqualTo(new Printing.OutOfPaper());
            assertThat(simulator.papers()).hasSize(1);
            assertThat(simulator.errors()).isEmpty();
        }
    }

    @Test
    void printsToAPrinterThatIsKnownToBeSilentAndSaysThatItDoesNotKnow() {
        try (var printer = printer(StatusDialect.SILENT)) {
            assertThat(printer.print(TICKET)).isEqualTo(new Printing.Unknown());
            Await.until("a paper", simulator::papers, () -> simulator.papers().size() == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"9600, 115200", "115200, 9600", "19200, 9600", "9600, 19200", "38400, 57600"})
    void neverTakesGarbageOfAWrongSpeedForSuccess(int ours, int theirs) throws IOException {
        try (var wrong =
                new Printer(
                        new WrongBaud(ours, theirs, new SerialLink(Ports.pty(simulator))),
                        StatusDialect.EPSON,
                        () -> {})) {
            assertThat(wrong.status()).isNotInstanceOf(PrinterStatus.Ready.class);
            assertThat(wrong.print(TICKET)).isNotInstanceOf(Printing.Printed.class);
        }
        try (var right = printer(StatusDialect.EPSON)) {
            assertThat(right.print(TICKET)).isEqualTo(new Printing.Printed());
        }
    }

    private Printer printer(StatusDialect dialect) {
        return new Printer(new SerialLink(Ports.pty(simulator)), dialect, () -> {});
    }

    private static void awaitSaid(Printer printer, PrinterStatus status) {
        var last = new Optional<?>[] {Optional.empty()};
        Await.until(
                status.toString(),
                () -> last[0],
                () -> {
                    var said = printer.unasked();
                    last[0] = said.isPresent() ? said : last[0];
                    return said.equals(Optional.of(status));
                });
    }

    /// Bytes as a receiver reads them that looks at the wire at the wrong moments.
    private record WrongBaud(int ours, int theirs, Link link) implements Link {

        private static final int FRAME_BITS = 10;

        @Override
        public String name() {
            return link.name();
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            link.write(heard(bytes, ours, theirs));
        }

        @Override
        public byte[] read(Duration patience) throws LinkException {
            return heard(link.read(patience), theirs, ours);
        }

        @Override
        public void close() {
            link.close();
        }

        private static byte[] heard(byte[] sent, int sender, int receiver) {
            var wire = new BitSet();
            for (int i = 0; i < sent.length; i++) {
                for (int bit = 0; bit < 8; bit++) {
                    wire.set(i * FRAME_BITS + 1 + bit, (sent[i] >> bit & 1) != 0);
                }
                wire.set(i * FRAME_BITS + 9);
            }
            int length = sent.length * FRAME_BITS;
            double step = (double) sender / receiver;
            var heard = new ByteArrayOutputStream();
            double at = wire.nextClearBit(0);
            while (at < length) {
                int value = 0;
                for (int bit = 0; bit < 8; bit++) {
                    int place = (int) (at + (1.5 + bit) * step);
                    value |= (place >= length || wire.get(place) ? 1 : 0) << bit;
                }
                heard.write(value);
                // The next start is the next fall of the line.
                int high = wire.nextSetBit((int) (at + 9.5 * step));
                at = high < 0 ? length : wire.nextClearBit(high);
            }
            return heard.toByteArray();
        }
    }
}
