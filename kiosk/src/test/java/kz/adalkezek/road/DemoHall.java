package kz.adalkezek.road;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The demo, run as `./kezek demo` runs it: a process of its own with everything below one folder,
/// on free ports.
final class DemoHall implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_S = 90;
    private static final int LOOK_MS = 20;
    private static final List<String> NATIVE_ACCESS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final int DEMO_LETTERS = 5;
    private static final String READY = "Ctrl-C ends it";

    private final Path data;
    private final List<String> command;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private int port;
    private int kioskPort;

    private DemoHall(Path folder, List<String> command) throws IOException {
        this.data = folder.resolve("demo");
        this.command = List.copyOf(command);
        Files.createDirectories(data);
    }

    /// Returns once the demo has said that it is open.
    static DemoHall open(Path folder) throws IOException, InterruptedException {
        return opened(
                folder,
                java(
                        List.of(
                                "-Dkezek.kiosk.classpath=" + classPath(),
                                "-Dkezek.kiosk.flags=" + String.join(" ", NATIVE_ACCESS),
                                "-Xmx256m",
                                "-XX:+UseSerialGC"),
                        "kz.adalkezek.server.Main",
                        "demo"));
    }

    /// The same by the start script, with all that a newcomer waits for.
    static DemoHall openByScript(Path script, Path folder)
            throws IOException, InterruptedException {
        return opened(folder, List.of(script.toString(), "demo"));
    }

    private static DemoHall opened(Path folder, List<String> command)
            throws IOException, InterruptedException {
        var hall = new DemoHall(folder, command);
        hall.start();
        return hall;
    }

    /// Ends and starts again, at the same addresses.
    void restart() throws IOException, InterruptedException {
        stop();
        start();
    }

    void start() throws IOException, InterruptedException {
        var output = data.resolve("output.txt");
        Files.deleteIfExists(output);
        var words = new ArrayList<>(command);
        words.addAll(List.of("--data", data.toString()));
        words.addAll(List.of("--port", Integer.toString(port)));
        words.addAll(List.of("--kiosk-port", Integer.toString(kioskPort)));
        process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        awaitLine(output);
        port = branch().getPort();
        kioskPort = kiosk().getPort();
    }

    /// Stops the server in the middle of whatever it does: it answers nothing and closes nothing,
    /// as when a cable is pulled.
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var running = Objects.requireNonNull(process, "the demo runs");
        var kill = new ProcessBuilder("kill", name, Long.toString(running.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    URI branch() throws IOException {
        return URI.create(access().path("url").asText());
    }

    URI kiosk() throws IOException {
        return URI.create(access().path("kiosk").path("url").asText());
    }

    String board() throws IOException {
        var board = access().path("board");
        return "%s/board#%s:%s"
                .formatted(branch(), board.path("id").asText(), board.path("token").asText());
    }

    String secret(int counter) throws IOException {
        return access().path("operators").path(counter - 1).path("secret").asText();
    }

    JsonNode access() throws IOException {
        return JSON.readTree(Files.readAllBytes(data.resolve("demo-access.json")));
    }

    JsonNode get(URI address) throws IOException, InterruptedException {
        return JSON.readTree(bytes(address));
    }

    byte[] bytes(URI address) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as("%s", address).isEqualTo(200);
        return answer.body();
    }

    /// A ticket in the citizen's hands, as a kiosk takes it.
    ///
    /// @return its number, such as `A047`
    String takeTicket(String service) throws IOException, InterruptedException {
        return takeTicket(service, "kk");
    }

    String takeTicket(String service, String language) throws IOException, InterruptedException {
        var token = access().path("kiosk").path("token").asText();
        var ticket = branch() + "/api/v1/tickets/" + UUID.randomUUID();
        var taken =
                put(
                        URI.create(ticket),
                        "{\"services\":[\"%s\"],\"language\":\"%s\"}".formatted(service, language),
                        token);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        var handed = URI.create(ticket + "/handed/" + UUID.randomUUID());
        assertThat(put(handed, "{\"how\":\"printed\"}", token).statusCode()).isEqualTo(200);
        return JSON.readTree(taken.body()).path("number").asText();
    }

    /// Returns when the kiosk holds numbers for hours without the branch, of every letter.
    void awaitNumbers() throws IOException, InterruptedException {
        var token = access().path("kiosk").path("token").asText();
        var ask =
                HttpRequest.newBuilder(URI.create(branch() + "/api/v1/leases"))
                        .header("Authorization", "Bearer " + token)
                        .build();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        int letters = 0;
        while (letters < DEMO_LETTERS) {
            assertThat(System.nanoTime()).as("numbers of %d letters", letters).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
            var held = http.send(ask, BodyHandlers.ofString()).body();
            letters = JSON.readTree(held).path("leases").size();
        }
    }

    /// A booking that begins in a few minutes.
    ///
    /// @return its code
    String book(String service) throws IOException, InterruptedException {
        var slot = OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(3).truncatedTo(MINUTES);
        return codeOf(
                "{\"action\":\"book\",\"service\":\"%s\",\"slot\":\"%s\"}"
                        .formatted(service, slot));
    }

    /// A code by which a further kiosk of that name is paired, as the manager's screen shows it.
    String pairingCode(String kiosk) throws IOException, InterruptedException {
        return codeOf(
                "{\"action\":\"pairing-code\",\"device\":\"%s\",\"kind\":\"kiosk\",\"hall\":\"main\"}"
                        .formatted(kiosk));
    }

    /// What the manager is given for an action.
    private String codeOf(String action) throws IOException, InterruptedException {
        var login = access().path("manager");
        var sign =
                HttpRequest.newBuilder(URI.create(branch() + "/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(login.toString()))
                        .build();
        var session = JSON.readTree(http.send(sign, BodyHandlers.ofString()).body());
        var answer =
                put(
                        URI.create(branch() + "/api/v1/branch/" + UUID.randomUUID()),
                        action,
                        session.path("token").asText());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("code").asText();
    }

    private HttpResponse<String> put(URI address, String body, String token)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> put(URI address, String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /// What `./kezek verify` ends with, and says.
    record Verdict(int exit, String words) {}

    Verdict verify() throws IOException, InterruptedException {
        var output = data.resolve("verify.txt");
        var verifier =
                new ProcessBuilder(
                                java(List.of(), "kz.adalkezek.audit.Verify", branch().toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int exit = verifier.waitFor();
        return new Verdict(exit, Files.readString(output));
    }

    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            var ending = process;
            process = null;
            boolean hasEnded = ending.waitFor(PATIENCE_S, TimeUnit.SECONDS);
            ending.descendants().forEach(ProcessHandle::destroyForcibly);
            ending.destroyForcibly();
            assertThat(hasEnded).as("the demo ends when it is asked to").isTrue();
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the demo had ended", e);
        }
    }

    private void awaitLine(Path output) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!Files.readString(output).contains(READY)) {
            assertThat(process != null && process.isAlive() && System.nanoTime() < deadline)
                    .as("the demo opens: %s", Files.readString(output))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    private static List<String> java(List<String> options, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(NATIVE_ACCESS);
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }

    /// Surefire hides the class path of the tests in a jar of its own.
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", ""));
    }
}
