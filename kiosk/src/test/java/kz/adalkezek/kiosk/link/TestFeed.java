package kz.adalkezek.kiosk.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// A branch that has counters and a feed, and says on it what a test wants.
public final class TestFeed implements AutoCloseable {

    private static final String CUT = "cut";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final Queue<String> resumes = new ConcurrentLinkedQueue<>();
    private volatile String desks = "{\"size\":0,\"desks\":[]}";
    private volatile int refusal;

    public TestFeed() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/feed", this::feed);
        server.createContext("/api/v1/desks", this::answerDesks);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void desks(String json) {
        desks = json;
    }

    /// Sends these characters to whoever listens.
    public void says(String text) {
        words.add(text);
    }

    public void event(long index, String type) {
        says("id: %d\nevent: %s\ndata: {\"i\":%d}\n\n".formatted(index, type, index));
    }

    /// Cuts the connection that is open.
    public void cuts() {
        words.add(CUT);
    }

    /// Refuses the next listener with this status.
    public void refuses(int status) {
        refusal = status;
    }

    /// What each listener has said that it saw last; `-` for nothing.
    public List<String> resumes() {
        return List.copyOf(resumes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void feed(HttpExchange exchange) throws IOException {
        try (exchange) {
            var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
            resumes.add(last == null ? "-" : last);
            if (refusal != 0) {
                int status = refusal;
                refusal = 0;
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            out.write(": heartbeat\n\n".getBytes(UTF_8));
            out.flush();
            for (var word = words.take(); !word.equals(CUT); word = words.take()) {
                out.write(word.getBytes(UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerDesks(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = desks.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
