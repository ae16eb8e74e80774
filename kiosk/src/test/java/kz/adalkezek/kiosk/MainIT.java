package kz.adalkezek.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.TestBranch.Heard;
import kz.adalkezek.kiosk.TestBranch.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kiosk as a process: how it starts, ends, and dies.
class MainIT {

    private static final int PATIENCE_S = 60;

    private final List<Process> children = new ArrayList<>();
    private Path dir;
    private TestBranch branch;

    @BeforeEach
    void open(@TempDir Path temp) throws IOException {
        dir = temp;
        branch = new TestBranch();
        configure(0);
    }

    @AfterEach
    void shut() {
        children.forEach(Process::destroyForcibly);
        branch.close();
    }

    @Test
    void endsWithItsParentAndTakesItsDeviceAlong() throws IOException, InterruptedException {
        var kiosk = start("--config", "kiosk.toml", "--with-parent");
        awaitUrl(kiosk);
        assertThat(dir.resolve("state/printer")).exists();
        kiosk.getOutputStream().close();
        assertThat(codeOf(kiosk)).isZero();
        assertThat(Files.exists(dir.resolve("state/printer"))).isFalse();
    }

    @Test
    void takesOneTicketAlthoughItIsKilledBetweenAskAndAnswer()
            throws IOException, InterruptedException {
        branch.onTickets(Mood.CUTS_THE_ANSWER);
        var kiosk = start("--config", "kiosk.toml");
        var url = awaitUrl(kiosk);
        var request = TestKiosk.fresh().toString();
        touch(url, request);
        Await.until("an ask", branch::asks, () -> !branch.asks().isEmpty());
        kiosk.destroyForcibly();
        kiosk.waitFor();
        branch.onTickets(Mood.WELL);
        awaitUrl(start("--config", "kiosk.toml"));
        Await.until("a hand-over", branch::handOvers, () -> !branch.handOvers().isEmpty());
        assertThat(branch.tickets()).isEqualTo(1);
        assertThat(branch.asks())
                .extracting(Heard::path)
                .containsOnly("/api/v1/tickets/" + request);
        assertThat(branch.asks())
                .extracting(Heard::body)
                .hasSizeGreaterThan(1)
                .containsOnly(branch.asks().getFirst().body());
        assertThat(branch.handOvers().getFirst().body()).isEqualTo("{\"how\":\"printed\"}");
    }

    @Test
    void refusesToRunTwiceOnOneFolder() throws IOException, InterruptedException {
        awaitUrl(start("--config", "kiosk.toml"));
        var second = start("--config", "kiosk.toml");
        assertThat(complaint(second)).contains("another kiosk runs on");
        assertThat(codeOf(second)).isEqualTo(Main.EXIT_FAULT);
    }

    @Test
    void saysThatItsPortIsTaken() throws IOException, InterruptedException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configure(other.getLocalPort());
            var kiosk = start("--config", "kiosk.toml");
            assertThat(complaint(kiosk)).contains("the address to listen on is taken");
            assertThat(codeOf(kiosk)).isEqualTo(Main.EXIT_CANNOT_LISTEN);
        }
    }

    @Test
    void saysWhatIsWrongWithItsCommandLineAndConfiguration()
            throws IOException, InterruptedException {
        var nothing = start();
        assertThat(complaint(nothing)).contains("usage: kiosk --config FILE");
        assertThat(codeOf(nothing)).isEqualTo(Main.EXIT_USAGE);
        Files.writeString(dir.resolve("kiosk.toml"), "[kiosk]\nid = 7\n");
        var wrong = start("--config", "kiosk.toml");
        assertThat(complaint(wrong)).contains("line 2: kiosk.id: ");
        assertThat(codeOf(wrong)).isEqualTo(Main.EXIT_CONFIG);
    }

    private void configure(int port) throws IOException {
        Files.writeString(dir.resolve("kiosk.token"), "secret\n");
        Files.writeString(
                dir.resolve("kiosk.toml"),
                """
                [kiosk]
                id = "k1"
                language = "kk"
                data = "state"
                [branch]
                url = "%s"
                tokenFile = "kiosk.token"
                [page]
                host = "127.0.0.1"
                port = %d
                [printer]
                device = "sim"
                baud = 115200
                handshake = false
                paper = 80
                """
                        .formatted(branch.url(), port));
    }

    private Process start(String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kz.adalkezek.kiosk.Main"));
        command.addAll(List.of(options));
        var child =
                new ProcessBuilder(command)
                        .directory(dir.toFile())
                        .redirectError(dir.resolve("stderr-" + children.size()).toFile())
                        .start();
        children.add(child);
        return child;
    }

    private static URI awaitUrl(Process kiosk) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(kiosk.getInputStream(), UTF_8));
        var line = String.valueOf(lines.readLine());
        assertThat(line).startsWith("kiosk k1 at http://localhost:");
        return URI.create(line.substring(line.indexOf("http")));
    }

    private String complaint(Process kiosk) throws IOException, InterruptedException {
        codeOf(kiosk);
        return Files.readString(dir.resolve("stderr-" + children.indexOf(kiosk)));
    }

    private static int codeOf(Process kiosk) throws InterruptedException {
        assertThat(kiosk.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return kiosk.exitValue();
    }

    private static void touch(URI url, String request) {
        var offer = HttpRequest.newBuilder(url.resolve("/offer")).build();
        Await.until("an offer", () -> "none", () -> statusOf(offer) == 200);
        var wish = "{\"services\":[\"ID-CARD\"],\"language\":\"kk\"}";
        var put =
                HttpRequest.newBuilder(url.resolve("/errands/" + request))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(wish))
                        .build();
        assertThat(statusOf(put)).isEqualTo(202);
    }

    private static int statusOf(HttpRequest request) {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
