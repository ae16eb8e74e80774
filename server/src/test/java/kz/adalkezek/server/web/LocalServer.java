package kz.adalkezek.server.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A real server with the routes of a test on a free port of this computer, and a client for it.
public final class LocalServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SOCKET_TIMEOUT_MS = 20_000;

    private final Runnable stop;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// What came back.
    public record Answer(HttpResponse<byte[]> raw) {

        public int status() {
            return raw.statusCode();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return raw.headers().allValues(name);
        }

        public String text() {
            return new String(raw.body(), UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + text(), e);
            }
        }

        /// The code of a problem answer.
        public String code() {
            return json().path("code").asText();
        }
    }

    public LocalServer(Consumer<RoutesConfig> rooms) {
        var server = new WebServer("127.0.0.1", 0, Texts.load(), List.of(rooms));
        server.start();
        stop = server::close;
        port = server.port();
    }

    /// A server that listens already.
    ///
    /// @param stop called when this is closed
    public LocalServer(Runnable stop, int port) {
        this.stop = stop;
        this.port = port;
    }

    public int port() {
        return port;
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path)).timeout(PATIENCE);
    }

    public Answer get(String path, String... headers) {
        return send(with(request(path), headers).GET());
    }

    public Answer put(String path, String json, String... headers) {
        return send(json(request(path), headers).PUT(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String json, String... headers) {
        return send(json(request(path), headers).POST(BodyPublishers.ofString(json)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("the server gave no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    public HttpClient client() {
        return client;
    }

    /// Sends bytes that no client library would send, and answers all that comes back.
    public String raw(String bytes) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SOCKET_TIMEOUT_MS);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError("the server closed the line", e);
        }
    }

    @Override
    public void close() {
        client.close();
        stop.run();
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, String... headers) {
        return with(request.header("Content-Type", "application/json"), headers);
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
