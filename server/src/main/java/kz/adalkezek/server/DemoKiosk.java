package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The kiosk of a demo: a process of its own, as in a hall, which ends with this one however this
/// one ends. The server knows of it only how it is started.
final class DemoKiosk implements AutoCloseable {

    /// Where the kiosk's program lies; empty for a branch without a kiosk, as tests of the server
    /// alone want it.
    static final String CLASSPATH_PROPERTY = "kezek.kiosk.classpath";

    /// What Java is told for a kiosk, with spaces between; the start script knows it.
    static final String FLAGS_PROPERTY = "kezek.kiosk.flags";

    private static final int START_MAX_S = 60;
    private static final int END_MAX_S = 20;
    private static final Pattern READY = Pattern.compile("kiosk \\S+ at (http://localhost:\\d+)");

    /// An address of two hexadecimal digits each.
    static final int BOARDS_MAX = 200;

    private static final String NONE = "none";
    private static final Pattern DEVICE = Pattern.compile("sim|/[A-Za-z0-9/._-]+");

    private final String classpath;
    private final String printer;
    private final String led;
    private final int port;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile Optional<Process> process = Optional.empty();

    private DemoKiosk(String classpath, String printer, String led, int port) {
        this.classpath = classpath;
        this.printer = printer;
        this.led = led;
        this.port = port;
    }

    /// Takes `--kiosk-port`, `--printer` and `--led`.
    ///
    /// @param port free, or 0
    /// @return nothing where the program was started without a kiosk on purpose
    /// @throws UsageException if an option makes no sense, or the kiosk's program is not known
    static Optional<DemoKiosk> of(Options options, int port) {
        var led = options.value("led").orElse("sim");
        if (!led.equals(NONE) && !DEVICE.matcher(led).matches()) {
            throw new UsageException("--led is sim, none, or a device such as /dev/led-boards");
        }
        var printer = options.value("printer").orElse("sim");
        if (!DEVICE.matcher(printer).matches()) {
            throw new UsageException("--printer is sim, or a device such as /dev/ticket-printer");
        }
        var classpath = System.getProperty(CLASSPATH_PROPERTY);
        if (classpath == null) {
            throw new UsageException(
                    "a demo has a kiosk, and its program is not known: start it with ./kezek demo");
        }
        return classpath.isEmpty()
                ? Optional.empty()
                : Optional.of(new DemoKiosk(classpath, printer, led, port));
    }

    /// Starts it and returns when it can be touched.
    ///
    /// @param folder for its configuration and all that it keeps
    /// @return nothing if it does not start; it has said why
    /// @param branchTime whether the branch's clock is not this machine's
    /// @param counters each of which has an LED board, if there are any
    Optional<URI> start(
            Path folder, URI branch, String token, boolean branchTime, List<Integer> counters)
            throws IOException {
        Files.createDirectories(folder);
        secret(folder.resolve("kiosk.token"), token);
        var config = folder.resolve("kiosk.toml");
        Files.writeString(config, configuration(branch, branchTime, counters));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.addAll(List.of("-cp", classpath, "kz.adalkezek.kiosk.Main"));
        command.addAll(List.of("--config", config.toString(), "--with-parent"));
        // Its standard input stays open as long as this process lives, and not a moment longer.
        var started =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process = Optional.of(started);
        Thread.startVirtualThread(() -> hear(started));
        try {
            return Optional.of(address.get(START_MAX_S, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            close();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the kiosk started", e);
        }
    }

    private static List<String> flags() {
        var flags = System.getProperty(FLAGS_PROPERTY, "").strip();
        return flags.isEmpty() ? List.of() : List.of(flags.split(" +"));
    }

    /// @param told the exit code, if it ends while nobody has asked it to
    void onDeath(IntConsumer told) {
        var kiosk = process.orElseThrow();
        Thread.startVirtualThread(() -> {
            try {
                int code = kiosk.waitFor();
                if (!stopping) {
                    told.accept(code);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Returns when it has ended.
    @Override
    public void close() {
        stopping = true;
        if (process.isEmpty()) {
            return;
        }
        var kiosk = process.get();
        try {
            kiosk.getOutputStream().close();
            if (!kiosk.waitFor(END_MAX_S, TimeUnit.SECONDS)) {
                kiosk.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ending the kiosk", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(Process kiosk) {
        try (var lines = new BufferedReader(new InputStreamReader(kiosk.getInputStream(), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var ready = READY.matcher(line);
                if (ready.matches()) {
                    address.complete(URI.create(ready.group(1)));
                } else {
                    System.out.println("kiosk: " + line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kiosk's output broke off", e);
        } finally {
            address.completeExceptionally(new IllegalStateException("the kiosk has ended"));
        }
    }

    /// Whether there are simulated LED boards to look at.
    boolean showsBoards() {
        return led.equals("sim");
    }

    private String configuration(URI branch, boolean branchTime, List<Integer> counters) {
        return """
        # The kiosk of this demo; written anew at each start.
        [kiosk]
        id = "k1"
        language = "kk"
        clock = "%s"
        data = "."

        [branch]
        url = "%s"
        tokenFile = "kiosk.token"

        [page]
        host = "127.0.0.1"
        port = %d

        [offline]
        numbers = 20
        low = 5

        [printer]
        device = "%s"
        baud = 115200
        handshake = false
        paper = 80

        [gpio]
        provider = "sim"
        """
                        .formatted(branchTime ? "branch" : "machine", branch, port, printer)
                + (led.equals(NONE) ? "" : boards(counters));
    }

    /// The board above counter 12 has the address 0C.
    private String boards(List<Integer> counters) {
        var boards =
                counters.stream()
                        .map(counter -> "\"%d\" = \"%02X\"".formatted(counter, counter))
                        .collect(Collectors.joining(", "));
        return """

        [led]
        device = "%s"
        protocol = "alpha"
        baud = 9600
        boards = { %s }
        """
                .formatted(led, boards);
    }

    /// For the owner alone.
    private static void secret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n");
    }
}
