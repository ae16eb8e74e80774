package kz.adalkezek.kiosk.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import kz.adalkezek.kiosk.TestBranch;
import kz.adalkezek.queue.RequestId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever answers on the other side, it comes out as a value.
class BranchLinkTest {

    private static final TicketAsk ASK =
            new TicketAsk(
                    List.of("ID-CARD"),
                    "ru",
                    Optional.of("P-OLD"),
                    Optional.empty(),
                    Instant.EPOCH);
    private static final String TICKET =
            "{\"number\":\"A047\",\"ahead\":6,\"wait\":{\"p50\":600,\"p90\":900,\"learned\":false},"
                    + "\"receipt\":\""
                    + TestBranch.RECEIPT
                    + "\"}";
    private static final String HALL =
            "{\"size\":1,\"open\":true,\"offer\":\"o\",\"waiting\":0,\"now\":\"x\",\"groups\":{}}";

    private final AtomicReference<String> heard = new AtomicReference<>("");
    private HttpServer server;
    private BranchLink link;
    private volatile int status = 200;
    private volatile String type = "application/json";
    private volatile String body = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    var headers = exchange.getRequestHeaders();
                    heard.set(
                            String.join(
                                    " ",
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().toString(),
                                    headers.getFirst("Authorization"),
                                    headers.getFirst("Accept-Language"),
                                    said));
                    byte[] bytes = body.getBytes(UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        link =
                new BranchLink(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "secret");
    }

    @AfterEach
    void shut() {
        link.close();
        server.stop(0);
    }

    @Test
    void asksAsTheContractSays() throws InterruptedException {
        status = 201;
        body = TICKET;
        var request = new RequestId(UUID.randomUUID());
        assertThat(link.take(request, ASK))
                .isInstanceOfSatisfying(
                        Reply.Answer.class,
                        answer -> assertThat(answer.value()).isInstanceOf(Issued.class));
        assertThat(heard.get())
                .isEqualTo(
                        "PUT /api/v1/tickets/"
                                + request
                                + " Bearer secret ru {\"services\":[\"ID-CARD\"],"
                                + "\"language\":\"ru\",\"ground\":\"P-OLD\","
                                + "\"touched\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void saysNothingOfAClockThatIsNotTheBranchs() throws InterruptedException {
        status = 201;
        body = TICKET;
        var branch = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var quiet = new BranchLink(branch, "secret", false)) {
            assertThat(quiet.take(new RequestId(UUID.randomUUID()), ASK))
                    .isInstanceOf(Reply.Answer.class);
        }
        assertThat(heard.get()).contains("ID-CARD").doesNotContain("touched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"number\":\"A047\"}",
                "{\"number\":\"A47\",\"ahead\":6,"
                        + "\"wait\":{\"p50\":1,\"p90\":2,\"learned\":false},\"receipt\":\"1\"}",
                "{\"number\":\"A047\",\"ahead\":-1,"
                        + "\"wait\":{\"p50\":1,\"p90\":2,\"learned\":false},\"receipt\":\"1\"}",
                "{\"number\":\"A047\",\"ahead\":1,"
                        + "\"wait\":{\"p50\":3,\"p90\":2,\"learned\":false},\"receipt\":\"1\"}",
                "{\"number\":\"A047\",\"ahead\":1,"
                        + "\"wait\":{\"p50\":1,\"p90\":2,\"learned\":false},\"receipt\":\"x#123\"}"
            })
    void takesNothingElseForATicket(String answer) throws InterruptedException {
        body = answer;
        assertThat(take()).isInstanceOf(Reply.Strange.class);
    }

    @Test
    void takesAnOpeningOnlyWithItsOffset() throws InterruptedException {
        body = HALL;
        assertThat(opensAt()).isEmpty();
        body = HALL.replace("{\"size\"", "{\"opensAt\":\"2026-11-24T09:00+05:00\",\"size\"");
        assertThat(opensAt()).contains(OffsetDateTime.parse("2026-11-24T09:00+05:00"));
        body = HALL.replace("{\"size\"", "{\"opensAt\":\"2026-11-24T09:00\",\"size\"");
        assertThat(link.hall()).isInstanceOf(Reply.Strange.class);
    }

    private Optional<OffsetDateTime> opensAt() throws InterruptedException {
        return link.hall() instanceof Reply.Answer(Hall hall)
                ? hall.opensAt()
                : fail("no hall in " + body);
    }

    @Test
    void takesNoPageForAnAnswer() throws InterruptedException {
        type = "text/html";
        body = TICKET;
        assertThat(take())
                .isEqualTo(new Reply.Strange<>("it is text/html and not application/json"));
        status = 302;
        assertThat(take()).isEqualTo(new Reply.Strange<>("status 302"));
        status = 404;
        assertThat(take()).isInstanceOf(Reply.Strange.class);
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "502", "503"})
    void mayAskAgainLater(int later) throws InterruptedException {
        status = later;
        assertThat(take()).isEqualTo(new Reply.NotNow<>("status " + later));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "409", "422"})
    void takesARefusalWithItsSentence(int refused) throws InterruptedException {
        status = refused;
        type = "application/problem+json; charset=utf-8";
        body = "{\"code\":\"limit-reached\",\"detail\":\"Ждите.\",\"status\":409}";
        assertThat(take())
                .isEqualTo(new Reply.Refusal<>(new BranchProblem("limit-reached", "Ждите.")));
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, false"})
    void takesASentenceOfFiveHundredCharacters(int chars, boolean taken)
            throws InterruptedException {
        status = 409;
        type = "application/problem+json";
        body = "{\"code\":\"x\",\"detail\":\"" + "ә".repeat(chars) + "\"}";
        assertThat(take() instanceof Reply.Refusal<Issued>).isEqualTo(taken);
    }

    @Test
    void readsAnAnswerUpToItsLimit() throws InterruptedException {
        var longest = HALL + " ".repeat(BranchLink.ANSWER_MAX_BYTES - HALL.length());
        body = longest;
        assertThat(link.hall()).isInstanceOf(Reply.Answer.class);
        body = longest + " ";
        assertThat(link.hall()).isInstanceOf(Reply.NotNow.class);
    }

    @Test
    void readsAnOfferWithNamesThatATicketCanCarry() throws InterruptedException {
        body = TestBranch.OFFER;
        assertThat(link.offer()).isInstanceOf(Reply.Answer.class);
        body = TestBranch.OFFER.replace("Жеке куәлік", "Ж".repeat(200));
        assertThat(link.offer()).isInstanceOf(Reply.Answer.class);
        body = TestBranch.OFFER.replace("Жеке куәлік", "Ж".repeat(201));
        assertThat(link.offer())
                .isEqualTo(
                        new Reply.Strange<>(
                                "groups.services.name.kk is no text of 1 to 200 characters on one"
                                        + " line"));
        body = TestBranch.OFFER.replace("Asia/Almaty", "Mars/Base");
        assertThat(link.offer()).isEqualTo(new Reply.Strange<>("there is no time zone Mars/Base"));
    }

    @Test
    void endsWhenNobodyListens() throws IOException, InterruptedException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var nobody = new BranchLink(URI.create("http://127.0.0.1:" + free), "secret")) {
            assertThat(nobody.hall()).isInstanceOf(Reply.NotNow.class);
        }
    }

    @Test
    void endsWhenSomebodyListensAndSaysNothing() throws IOException, InterruptedException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var nobody =
                        new BranchLink(
                                URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                                "secret")) {
            assertThat(nobody.hall()).isInstanceOf(Reply.NotNow.class);
        }
    }

    private Reply<Issued> take() throws InterruptedException {
        return link.take(new RequestId(UUID.randomUUID()), ASK);
    }
}
