package kz.adalkezek.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.adalkezek.log.Receipt;
import org.jspecify.annotations.Nullable;

/// A small branch that keeps the contract, and can be out of reach, slow to answer, or broken.
public final class TestBranch implements AutoCloseable {

    public static final String RECEIPT = "https://queue.example.gov/t#" + digits();

    public static final String OFFER =
            """
            {"branch":{"code":"T-1","name":{"kk":"Сынақ бөлімі","ru":"Проба","en":"Trial"},\
            "zone":"Asia/Almaty"},"catalogue":"h","policy":"p","legsMax":5,"groups":[{"code":"ID",\
            "letter":"A","name":{"kk":"Құжат","ru":"Документы","en":"Documents"},"services":[\
            {"code":"ID-CARD","name":{"kk":"Жеке куәлік","ru":"Удостоверение","en":"ID card"},\
            "minutes":9,"maxWait":15,"documents":[],"fee":null,"term":null}]}],"grounds":[]}\
            """;

    /// What happens to the next requests for tickets or hand-overs.
    public enum Mood {
        WELL,
        /// Does what it is asked and cuts the line before it says so.
        CUTS_THE_ANSWER,
        BUSY,
        TOO_MANY,
        /// As a portal of the network would.
        SAYS_SOMETHING_ELSE,
        REFUSES
    }

    /// @param language as the kiosk asked for it
    public record Heard(String method, String path, String body, String language) {}

    private final Map<String, String> tickets = new LinkedHashMap<>();
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile String offerTag = "offer-1";
    private volatile String offer = OFFER;
    private volatile String receipt = RECEIPT;
    private int port;
    private @Nullable HttpServer server;
    private volatile Mood ticketMood = Mood.WELL;
    private volatile Mood handMood = Mood.WELL;
    private volatile Mood offlineMood = Mood.WELL;
    private volatile Instant now = Instant.parse("2026-11-23T07:00:00.120Z");
    private final TestMerging merging = new TestMerging();
    private volatile Mood stateMood = Mood.WELL;

    public TestBranch() {
        start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Again at the address of the first time.
    public void start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var fresh = HttpServer.create(address, 0);
            fresh.createContext("/api/v1/", this::answer);
            fresh.setExecutor(threads);
            fresh.start();
            port = fresh.getAddress().getPort();
            server = fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    public void onTickets(Mood mood) {
        ticketMood = mood;
    }

    public void onHandOvers(Mood mood) {
        handMood = mood;
    }

    public void onStates(Mood mood) {
        stateMood = mood;
    }

    public void onOffline(Mood mood) {
        offlineMood = mood;
    }

    /// What its clock says from now on.
    public void isAt(Instant instant) {
        now = instant;
    }

    public TestMerging merging() {
        return merging;
    }

    public void offers(String tag, String json) {
        offer = json;
        offerTag = tag;
    }

    /// @param url of all tickets from now on
    public void receipts(String url) {
        receipt = url;
    }

    /// How many tickets it has issued.
    public synchronized int tickets() {
        return tickets.size();
    }

    public List<Heard> asks() {
        return heard.stream().filter(it -> it.path().matches("/api/v1/tickets/[^/]+")).toList();
    }

    public List<Heard> copies() {
        return heard.stream().filter(it -> it.path().contains("/reprinted/")).toList();
    }

    public List<Heard> handOvers() {
        return heard.stream().filter(it -> it.path().contains("/handed/")).toList();
    }

    /// What it was told about the kiosk's parts.
    public List<Heard> states() {
        return heard.stream().filter(it -> it.path().startsWith("/api/v1/kiosks/k1/")).toList();
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var language = exchange.getRequestHeaders().getFirst("Accept-Language");
        heard.add(new Heard(exchange.getRequestMethod(), path, body, String.valueOf(language)));
        if (path.endsWith("/offer")) {
            send(exchange, 200, "application/json", offer);
        } else if (path.endsWith("/hall")) {
            send(exchange, 200, "application/json", hall());
        } else if (path.contains("/reprinted/")) {
            in(ticketMood, exchange, 200, "{}", "ticket-not-handed");
        } else if (path.contains("/visits/")) {
            send(
                    exchange,
                    200,
                    "application/json",
                    "{\"number\":\"A001\",\"state\":\"waiting\",\"ahead\":6}");
        } else if (path.contains("/handed/")) {
            in(handMood, exchange, 200, "{\"how\":\"printed\"}", "ticket-already-handed");
        } else if (path.endsWith("/heartbeat")) {
            send(exchange, 200, "application/json", "{\"now\":\"%s\",\"size\":7}".formatted(now));
        } else if (path.endsWith("/leases")) {
            send(exchange, 200, "application/json", merging.held());
        } else if (path.endsWith("/released")) {
            send(exchange, 200, "application/json", merging.release(body));
        } else if (path.startsWith("/api/v1/leases/")) {
            send(exchange, 200, "application/json", merging.lease(path, body));
        } else if (path.endsWith("/offline")) {
            var fates = offlineMood == Mood.BUSY ? "" : merging.merge(body);
            in(offlineMood, exchange, 200, fates, "policy-not-in-force");
        } else if (path.startsWith("/api/v1/kiosks/")) {
            in(stateMood, exchange, 200, body, "device-unknown");
        } else {
            in(ticketMood, exchange, 201, ticket(path, body), "limit-reached");
        }
    }

    private void in(Mood mood, HttpExchange exchange, int status, String good, String refusal)
            throws IOException {
        switch (mood) {
            case WELL -> send(exchange, status, "application/json", good);
            case CUTS_THE_ANSWER -> exchange.close();
            case BUSY -> send(exchange, 503, "application/problem+json", problem("busy"));
            case TOO_MANY -> send(exchange, 429, "application/problem+json", problem("busy"));
            case SAYS_SOMETHING_ELSE -> send(exchange, 200, "text/html", "<h1>Wi-Fi</h1>");
            case REFUSES -> send(exchange, 409, "application/problem+json", problem(refusal));
        }
    }

    private static String problem(String code) {
        return "{\"code\":\"%s\",\"detail\":\"Қызметкерге жүгініңіз.\",\"status\":409}"
                .formatted(code);
    }

    private String hall() {
        return """
        {"size":7,"open":true,"offer":"%s","waiting":%d,"now":"2026-11-23T09:00:00+05:00",\
        "groups":{"ID":{"desks":1,"waiting":2,\
        "wait":{"p50":600,"p90":900,"learned":false}}}}\
        """
                .formatted(offerTag, tickets());
    }

    private synchronized String ticket(String path, String body) {
        if (ticketMood == Mood.REFUSES || ticketMood == Mood.BUSY || ticketMood == Mood.TOO_MANY) {
            return "";
        }
        var number = tickets.computeIfAbsent(path, _ -> "A%03d".formatted(tickets.size() + 1));
        return """
        {"number":"%s","index":4711,"token":"t","ahead":6,\
        "wait":{"p50":600,"p90":900,"learned":false},"receipt":"%s"%s}\
        """
                .formatted(
                        number,
                        receipt,
                        body.contains("\"booking\"") ? ",\"services\":[\"ID-CARD\"]" : "");
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String digits() {
        byte[] receipt = new byte[Receipt.SHORT_BYTES];
        receipt[0] = Receipt.SHORT_VERSION;
        if (Receipt.decode(receipt) instanceof Receipt.Decoded.Read(var sample)) {
            return sample.digits();
        }
        throw new AssertionError("no receipt");
    }
}
