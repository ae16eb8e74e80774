package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.adalkezek.queue.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log that is read over HTTP, from a server that knows nothing but files.
class LogUrlTest {

    private final List<Entry> entries = BusyDays.of(4, 600, 250).log();
    private HttpServer server;
    private String address;
    private Path log;
    private int refusal = 404;

    @BeforeEach
    void serves(@TempDir Path data) throws IOException {
        log = LogFolder.copy(data.resolve("log"), entries);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, data));
        server.start();
        address = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, Path data) throws IOException {
        try (exchange) {
            var file = data.resolve(exchange.getRequestURI().getPath().substring(1));
            if (Files.isRegularFile(file)) {
                var bytes = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            } else {
                exchange.sendResponseHeaders(refusal, -1);
            }
        }
    }

    private String growing(String kind) {
        int size = entries.size();
        return "tile/%s/%03d.p/%d".formatted(kind, size / 256, size % 256);
    }

    @Test
    void findsASoundLogSoundAtTheServerOrAtItsLog() {
        var key = LogFolder.SIGNER.verifierKey().toString();
        assertThat(Said.run(address, "--vkey", key).out()).contains("SOUND");
        assertThat(Said.run(address + "/").code()).isEqualTo(Verify.SOUND);
        assertThat(Said.run(address + "/log").code()).isEqualTo(Verify.SOUND);
        assertThat(Said.run(address + "/log/").out())
                .startsWith("The key is NOT pinned: it was taken from the log itself (" + address);
    }

    @Test
    void namesAPartialTileThatTheServerShouldHave() throws IOException {
        var partial = growing("0");
        Files.delete(log.resolve(partial));
        var said = Said.run(address);
        assertThat(said.code()).isEqualTo(Verify.LOG_BROKEN);
        assertThat(said.out()).contains(partial + ": this hash tile is missing.");
    }

    @Test
    void takesTheFullTileWhereThePartialOneIsGone() throws IOException {
        for (var kind : List.of("0", "entries")) {
            var partial = growing(kind);
            var full = partial.substring(0, partial.indexOf(".p/"));
            Files.copy(log.resolve(partial), log.resolve(full));
            Files.delete(log.resolve(partial));
        }
        assertThat(Said.run(address).code()).isEqualTo(Verify.SOUND);
    }

    @Test
    void namesABundleThatIsNotThere() throws IOException {
        Files.delete(log.resolve("tile/entries/001"));
        var said = Said.run(address);
        assertThat(said.code()).isEqualTo(Verify.LOG_BROKEN);
        assertThat(said.out()).contains("tile/entries/001: this entry bundle is missing.");
    }

    @Test
    void cannotReadAServerThatFails() throws IOException {
        Files.delete(log.resolve("tile/entries/001"));
        refusal = 503;
        var said = Said.run(address);
        assertThat(said.code()).isEqualTo(Verify.CANNOT_READ);
        assertThat(said.err()).contains("/log/tile/entries/001 answered with status 503");
    }

    @Test
    void cannotReadAServerWithoutALog() throws IOException {
        Files.delete(log.resolve("checkpoint"));
        var said = Said.run(address);
        assertThat(said.code()).isEqualTo(Verify.CANNOT_READ);
        assertThat(said.err()).contains("there is no log at " + address + "/log");
    }
}
