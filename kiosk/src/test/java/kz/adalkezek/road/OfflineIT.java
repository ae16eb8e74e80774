package kz.adalkezek.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server is silent for a while, people come to the real kiosk, and the server comes back.
final class OfflineIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");
    private static final int PATIENCE_S = 60;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyTicketGivenAloneIsInTheLogOnceAndTheLawHolds(@TempDir Path folder) throws Exception {
        try (var hall = DemoHall.open(folder)) {
            hall.awaitNumbers();
            var log = new LogText(hall);
            hall.freeze();
            var given = new ArrayList<JsonNode>();
            for (var language : LANGUAGES) {
                given.add(touch(hall.kiosk(), language));
            }
            hall.thaw();
            log.awaits("\"number\":\"A003\"");

            assertThat(given)
                    .extracting(ticket -> ticket.path("number").asText())
                    .containsExactly("A001", "A002", "A003");
            var issued =
                    log.events().stream()
                            .filter(event -> event.contains("\"t\":\"ticket.issued\""))
                            .map(OfflineIT::read)
                            .filter(event -> event.has("offline"))
                            .toList();
            assertThat(issued)
                    .extracting(event -> event.path("number").asText())
                    .containsExactly("A001", "A002", "A003");
            assertThat(issued)
                    .extracting(event -> event.path("arrival").asText())
                    .containsExactlyElementsOf(
                            given.stream()
                                    .map(ticket -> ticket.path("keptFrom").asText())
                                    .map(OfflineIT::millis)
                                    .toList());
            // The server had taken the first request, and nobody holds what it answered to nobody.
            log.awaits("\"t\":\"ticket.voided\"");
            // Online again: behind the twenty numbers that the kiosk of the demo holds.
            assertThat(touch(hall.kiosk(), "kk").path("number").asText()).isGreaterThan("A021");
            assertThat(hall.verify().exit()).isZero();
        }
    }

    /// As a citizen would, until the ticket is in the hand.
    private JsonNode touch(URI kiosk, String language) throws Exception {
        var errand = kiosk.resolve("/errands/" + UUID.randomUUID());
        var body =
                "{\"services\":[\"ID-CARD\"],\"language\":\"%s\",\"ground\":null}"
                        .formatted(language);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (true) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            // The same request again is the same errand, and tells how far it is.
            var state = put(errand, body);
            if (state.path("stage").asText().equals("handed")) {
                put(URI.create(errand + "/done"), "{}");
                return state;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private JsonNode put(URI address, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private static String millis(String instant) {
        return Long.toString(Instant.parse(instant).toEpochMilli());
    }

    private static JsonNode read(String event) {
        try {
            return JSON.readTree(event);
        } catch (JsonProcessingException e) {
            throw new AssertionError(event, e);
        }
    }
}
