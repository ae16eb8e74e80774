package kz.adalkezek.server.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A demo whose kiosk cannot be had. That it can is seen where both programs are.
final class DemoKioskIT {

    private static final int USAGE = 64;
    private static final int FAULT = 70;
    private static final int CANNOT_LISTEN = 71;

    private static final Launch WITH_A_KIOSK_NOWHERE =
            Launch.BRIEF.flagged("-Dkezek.kiosk.classpath=/nowhere");

    @ParameterizedTest
    @CsvSource({
        "--led, COM1, '--led is sim, none, or a device'",
        "--led, '/dev/x\"', '--led is sim, none, or a device'",
        "--printer, COM1, '--printer is sim, or a device'",
        "--printer, '/dev/x\"', '--printer is sim, or a device'",
        "--kiosk-port, 65536, --kiosk-port is a number from 0 to 65535"
    })
    void refusesWhatItCannotDo(String option, String value, String sentence, @TempDir Path data) {
        try (var demo = Launch.BRIEF.with(option, value).begin(data)) {
            var end = demo.awaitEnd();
            assertThat(end.code()).isEqualTo(USAGE);
            assertThat(end.complaint()).contains(sentence);
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void saysWhichPortIsTaken(@TempDir Path data) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var demo =
                        WITH_A_KIOSK_NOWHERE
                                .with("--kiosk-port", "" + other.getLocalPort())
                                .begin(data)) {
            var end = demo.awaitEnd();
            assertThat(end.code()).isEqualTo(CANNOT_LISTEN);
            assertThat(end.complaint())
                    .contains("port " + other.getLocalPort() + " is taken")
                    .contains("--kiosk-port");
        }
    }

    @Test
    void endsWithAKioskThatDoesNotStart(@TempDir Path data) throws IOException {
        try (var demo = WITH_A_KIOSK_NOWHERE.with("--kiosk-port", "0").begin(data)) {
            var end = demo.awaitEnd();
            assertThat(end.code()).isEqualTo(FAULT);
            assertThat(end.complaint()).contains("the kiosk did not start, and so the demo ends");
        }
        var token = data.resolve("kiosk").resolve("kiosk.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(token).strip()).isEqualTo(Access.of(data).kiosk());
    }
}
