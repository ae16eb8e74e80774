package kz.adalkezek.server.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/// Kiosks, desks and the public, as programs that know nothing but the contract.
public final class Client {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final Access access;

    public Client(URI url, Access access) {
        this.url = url;
        this.access = access;
    }

    /// An answer of the server.
    ///
    /// @param body missing where it is not JSON
    public record Answer(int status, JsonNode body) {
        public boolean isDone() {
            return status == 200 || status == 201;
        }

        public String text(String member) {
            return body.path(member).asText();
        }

        public long number(String member) {
            return body.path(member).asLong(-1);
        }
    }

    public Access access() {
        return access;
    }

    public Answer take(UUID request, String service) throws IOException {
        var body = "{\"services\":[\"" + service + "\"],\"language\":\"kk\"}";
        return put("/api/v1/tickets/" + request, access.kiosk(), body);
    }

    public Answer handed(UUID ticket, UUID request) throws IOException {
        var path = "/api/v1/tickets/" + ticket + "/handed/" + request;
        return put(path, access.kiosk(), "{\"how\":\"printed\"}");
    }

    /// @return the token of a session
    public String session(Access.Operator operator) throws IOException {
        var body = JSON.createObjectNode();
        body.put("operator", operator.name()).put("secret", operator.secret());
        var answer =
                send(
                        HttpRequest.newBuilder(url.resolve("/api/v1/sessions"))
                                .POST(BodyPublishers.ofString(body.toString())));
        if (!answer.isDone()) {
            throw new IllegalStateException(operator.name() + " may not work: " + answer);
        }
        return answer.text("token");
    }

    /// @param action a whole body
    public Answer desk(int counter, UUID request, String session, String action)
            throws IOException {
        return put("/api/v1/desks/" + counter + "/" + request, session, action);
    }

    /// The size that the server's checkpoint covers now.
    public long checkpointSize() throws IOException {
        var note = get("/log/checkpoint");
        if (note.statusCode() != 200) {
            throw new IllegalStateException("no checkpoint: " + note.statusCode());
        }
        return LogFiles.checkpointSize(note.body());
    }

    public String metrics() throws IOException {
        return get("/metrics").body();
    }

    private HttpResponse<String> get(String path) throws IOException {
        return exchange(HttpRequest.newBuilder(url.resolve(path)).GET());
    }

    private Answer put(String path, String token, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .PUT(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        var response = exchange(request.header("Content-Type", "application/json"));
        boolean json =
                response.headers()
                        .firstValue("Content-Type")
                        .filter(t -> t.contains("json"))
                        .isPresent();
        return new Answer(
                response.statusCode(),
                json ? JSON.readTree(response.body()) : MissingNode.getInstance());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(ANSWER_MAX).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the server answered", e);
        }
    }
}
