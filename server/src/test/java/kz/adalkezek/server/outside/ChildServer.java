package kz.adalkezek.server.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// A branch server in a process of its own. What it says is kept for the messages of failed tests.
public final class ChildServer implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final Duration END_MAX = Duration.ofSeconds(30);
    private static final int READY = 200;
    private static final long ASK_AGAIN_NANOS = 5_000_000;
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    private final Path data;
    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Queue<String> complained = new ConcurrentLinkedQueue<>();
    private final Thread saying;
    private final Thread complaining;

    ChildServer(Path data, Process process) {
        this.data = data;
        this.process = process;
        this.saying = Thread.startVirtualThread(() -> keep(process.getInputStream(), said));
        this.complaining =
                Thread.startVirtualThread(() -> keep(process.getErrorStream(), complained));
    }

    /// How a process ended.
    ///
    /// @param complaint all of its standard error
    public record End(int code, String complaint) {}

    public Path data() {
        return data;
    }

    public URI url() {
        return address.join();
    }

    public Client client() {
        return new Client(url(), Access.of(data));
    }

    /// The server's own process id, also behind a tracer.
    public long pid() {
        return process.descendants().findFirst().orElse(process.toHandle()).pid();
    }

    /// What it has said so far, on both streams.
    public String output() {
        return "--- standard output\n%s\n--- standard error\n%s"
                .formatted(String.join("\n", said), String.join("\n", complained));
    }

    void awaitReady() {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        try {
            address.get(START_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the server did not start\n" + output(), e);
        }
        while (!isReady()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("the server did not become ready\n" + output());
            }
            LockSupport.parkNanos(ASK_AGAIN_NANOS);
        }
    }

    private boolean isReady() {
        try {
            var probe = url().resolve("/readyz").toURL().openConnection();
            return probe instanceof HttpURLConnection http && http.getResponseCode() == READY;
        } catch (IOException _) {
            return false;
        }
    }

    /// `kill -9`, and returns when it is dead.
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }

    /// Ctrl-C.
    public End stop() {
        process.toHandle().destroy();
        return awaitEnd();
    }

    /// Waits for an end that comes by itself.
    public End awaitEnd() {
        try {
            if (!process.waitFor(END_MAX)) {
                throw new IllegalStateException("the server did not end\n" + output());
            }
            saying.join();
            complaining.join();
            return new End(process.exitValue(), String.join("\n", complained));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the server ended", e);
        }
    }

    /// A server that a test has left running is killed.
    @Override
    public void close() {
        kill();
    }

    private void keep(InputStream stream, Queue<String> kept) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                kept.add(line);
                var found = ADDRESS.matcher(line);
                if (found.find()) {
                    address.complete(URI.create(found.group()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the server's output broke off", e);
        }
        address.completeExceptionally(new IllegalStateException("the server ended"));
    }
}
