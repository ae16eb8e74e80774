package kz.adalkezek.road;

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
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Somebody at a counter who presses the keys over HTTP.
final class Clerk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_S = 90;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI branch;
    private final int counter;
    private final String token;

    /// Signs in, and opens the counter.
    Clerk(DemoHall hall, int counter) throws IOException, InterruptedException {
        this.branch = hall.branch();
        this.counter = counter;
        var session =
                "{\"operator\":\"op-%02d\",\"secret\":\"%s\"}"
                        .formatted(counter, hall.secret(counter));
        var signedIn = request("/api/v1/sessions").POST(BodyPublishers.ofString(session)).build();
        this.token = read(http.send(signedIn, BodyHandlers.ofString())).path("token").asText();
        acts("open");
    }

    /// @return the log index of the call
    long calls() throws IOException, InterruptedException {
        return acts("call-next").path("index").asLong();
    }

    /// As soon as the policy lets it.
    ///
    /// @return the log index of the repetition
    long callsAgain() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        var answer = send("{\"action\":\"recall\"}");
        while (answer.statusCode() == 409) {
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(deadline);
            TimeUnit.SECONDS.sleep(1);
            answer = send("{\"action\":\"recall\"}");
        }
        return read(answer).path("index").asLong();
    }

    /// Whoever was called is served, and gone.
    void serves() throws IOException, InterruptedException {
        acts("start");
        does("{\"action\":\"finish\",\"outcome\":\"accepted\"}");
    }

    JsonNode acts(String action) throws IOException, InterruptedException {
        return does("{\"action\":\"" + action + "\"}");
    }

    private JsonNode does(String body) throws IOException, InterruptedException {
        return read(send(body));
    }

    private HttpResponse<String> send(String body) throws IOException, InterruptedException {
        return http.send(
                request("/api/v1/desks/" + counter + "/" + UUID.randomUUID())
                        .header("Authorization", "Bearer " + token)
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(branch.resolve(path))
                .header("Content-Type", "application/json");
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }
}
