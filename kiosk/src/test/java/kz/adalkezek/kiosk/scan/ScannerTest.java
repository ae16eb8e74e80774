package kz.adalkezek.kiosk.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.Await;
import kz.adalkezek.kiosk.serial.SerialLink;
import kz.adalkezek.kiosk.serial.SerialSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scanner over a pair of terminals made by `socat`. Needs `socat`, and fails without it.
class ScannerTest {

    private Path port;
    private Path farEnd;
    private Process socat;
    private Scanner scanner;
    private final Queue<String> codes = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void plug(@TempDir Path dir) throws Exception {
        port = dir.resolve("scanner");
        farEnd = dir.resolve("far-end");
        socat = plugIn();
        scanner =
                new Scanner(
                        new SerialLink(new SerialSettings(port.toString(), 9_600, false, true)),
                        codes::add);
        scanner.start(() -> {});
        Await.until("a scanner", codes::size, scanner::isReachable);
    }

    @AfterEach
    void end() throws InterruptedException {
        scanner.close();
        socat.destroy();
        socat.waitFor();
    }

    @Test
    void readsOneCodeAfterTheOther() throws IOException {
        send("7K2MQ-X4R9T\rhttps://queue.exa");
        await("7K2MQ-X4R9T");
        send("mple.gov/t#1\r\n");
        await("7K2MQ-X4R9T", "https://queue.example.gov/t#1");
    }

    @Test
    void comesBackAfterItWasPulledOutInTheMiddleOfACode() throws Exception {
        send("7K2MQ");
        socat.destroy();
        socat.waitFor();
        Await.until("a lost scanner", codes::size, () -> !scanner.isReachable());
        Files.deleteIfExists(port);
        socat = plugIn();
        Await.until("a scanner", codes::size, scanner::isReachable);
        send("AB\r");
        await("AB");
    }

    private Process plugIn() throws Exception {
        var started =
                new ProcessBuilder(
                                "socat",
                                "pty,rawer,echo=0,link=" + port,
                                "pty,rawer,echo=0,link=" + farEnd)
                        .redirectErrorStream(true)
                        .start();
        while (!Files.exists(port) || !Files.exists(farEnd)) {
            if (started.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new IOException("socat ended with " + started.exitValue());
            }
        }
        return started;
    }

    private void send(String text) throws IOException {
        try (var far = new FileOutputStream(farEnd.toFile())) {
            far.write(text.getBytes(US_ASCII));
        }
    }

    private void await(String... wanted) {
        Await.until(String.join("|", wanted), () -> codes, () -> List.of(wanted).equals(read()));
        assertThat(read()).containsExactly(wanted);
    }

    private List<String> read() {
        return List.copyOf(codes);
    }
}
