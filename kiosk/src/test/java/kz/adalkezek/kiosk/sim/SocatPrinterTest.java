package kz.adalkezek.kiosk.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.print.Printer;
import kz.adalkezek.kiosk.print.Printing;
import kz.adalkezek.kiosk.print.StatusDialect;
import kz.adalkezek.kiosk.serial.LinkException;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.serial.SerialSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The serial line over terminals that are not our own: a pair made by `socat`. Needs `socat`, and
/// fails without it.
class SocatPrinterTest {

    private static final byte[] TICKET = {
        0x1B, 0x40, 'K', '0', '4', '7', '\n', 0x1D, 0x56, 0x42, 0
    };

    private Process socat;
    private Path port;
    private Path farEnd;

    @BeforeEach
    void connect(@TempDir Path dir) throws Exception {
        port = dir.resolve("port");
        farEnd = dir.resolve("far-end");
        socat =
                new ProcessBuilder(
                                "socat",
                                "pty,rawer,echo=0,link=" + port,
                                "pty,rawer,echo=0,link=" + farEnd)
                        .redirectErrorStream(true)
                        .start();
        while (!Files.exists(port) || !Files.exists(farEnd)) {
            if (socat.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new IOException("socat ended with " + socat.exitValue());
            }
        }
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        socat.destroy();
        socat.waitFor();
    }

    @Test
    void printsOverAForeignTerminal() throws IOException {
        var mechanism = new Mechanism(576);
        serve(mechanism);
        try (var printer = new Printer(link(), StatusDialect.EPSON, () -> {})) {
            assertThat(printer.print(TICKET)).isEqualTo(new Printing.Printed());
        }
        assertThat(mechanism.errors()).isEmpty();
        assertThat(mechanism.roll().pieces()).hasSize(1);
    }

    @Test
    void waitsForAnAnswerNoLongerThanItHasPatience() throws Exception {
        try (var link = link()) {
            long began = System.nanoTime();
            assertThat(link.read(Duration.ofMillis(300))).isEmpty();
            assertThat(millisSince(began)).isBetween(295L, 2_000L);
            try (var far = new FileOutputStream(farEnd.toFile())) {
                far.write(new byte[] {1, 2, 3});
            }
            assertThat(link.read(Duration.ofSeconds(5))).isNotEmpty();
        }
    }

    @Test
    void givesUpAWriteThatBlocksForEver() {
        try (var link = link()) {
            long began = System.nanoTime();
            // Nobody reads the far end, so that the buffers of two terminals fill.
            assertThatThrownBy(() -> link.write(new byte[400_000]))
                    .isInstanceOf(LinkException.class)
                    .hasMessage("the port takes no bytes");
            assertThat(millisSince(began)).isBetween(2_000L, 8_000L);
        }
    }

    @Test
    void noticesThatTheOtherEndIsGone() throws Exception {
        try (var link = link()) {
            link.write(new byte[1]);
            socat.destroy();
            socat.waitFor();
            assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(LinkException.class);
            assertThatThrownBy(() -> link.read(Duration.ZERO))
                    .isInstanceOf(LinkException.class)
                    .hasMessage("there is no such device");
        }
    }

    @Test
    void acceptsRefusedSettingsOfATerminalOnlyWhenToldThatItIsOne() {
        var real = new SerialSettings(port.toString(), 115_200, false, false);
        try (var link = new SerialLink(real)) {
            assertThatThrownBy(() -> link.write(new byte[1]))
                    .isInstanceOf(LinkException.class)
                    .hasMessage("the port refuses its settings");
        }
    }

    private SerialLink link() {
        return new SerialLink(new SerialSettings(port.toString(), 115_200, false, true));
    }

    private void serve(Mechanism mechanism) throws IOException {
        var in = new FileInputStream(farEnd.toFile());
        var out = new FileOutputStream(farEnd.toFile());
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try (in;
                            out) {
                        byte[] bytes = new byte[512];
                        int count = in.read(bytes);
                        while (count > 0) {
                            mechanism.receive(Arrays.copyOf(bytes, count));
                            out.write(mechanism.takeAnswers());
                            count = in.read(bytes);
                        }
                    } catch (IOException _) {
                        // The terminal went away with the test.
                    }
                });
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
