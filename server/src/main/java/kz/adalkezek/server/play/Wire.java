package kz.adalkezek.server.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Requests over HTTP, as the programs of kiosks, desks and phones send them: who gets no answer,
/// or hears that the branch is busy, sends the same again. Used by one thread.
final class Wire implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int TRIES_MAX = 5;
    private static final long PAUSE_MS = 200;
    private static final int BUSY = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private long requests;

    Wire(URI url) {
        this.url = url;
    }

    /// @param body missing where it is no JSON
    record Answer(int status, JsonNode body) {
        private static final int GOOD_BELOW = 300;

        boolean isGood() {
            return status < GOOD_BELOW;
        }

        /// Of a refusal or a problem.
        String code() {
            return body.path("code").asText();
        }

        /// A member that has to be there.
        String text(String member) {
            if (!body.path(member).isTextual()) {
                throw new StrayAnswerException("an answer has no " + member + ": " + this);
            }
            return body.path(member).textValue();
        }
    }

    /// The branch did not answer, or not as it has promised. The play cannot go on.
    static final class StrayAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StrayAnswerException(String what) {
            super(what);
        }

        StrayAnswerException(String what, Throwable cause) {
            super(what, cause);
        }
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    Answer put(String path, String token, ObjectNode body) {
        return send(to(path, token).PUT(BodyPublishers.ofString(body.toString())).build());
    }

    Answer post(String path, ObjectNode body) {
        return send(to(path, "").POST(BodyPublishers.ofString(body.toString())).build());
    }

    Answer get(String path, String token) {
        return send(to(path, token).GET().build());
    }

    /// How many were sent.
    long requests() {
        return requests;
    }

    private HttpRequest.Builder to(String path, String token) {
        var request =
                HttpRequest.newBuilder(url.resolve(path))
                        .timeout(ANSWER_MAX)
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "en");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        for (int tries = 1; ; tries++) {
            try {
                requests++;
                var response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() != BUSY || tries == TRIES_MAX) {
                    return new Answer(response.statusCode(), json(response.body()));
                }
                TimeUnit.MILLISECONDS.sleep(tries * PAUSE_MS);
            } catch (IOException e) {
                if (tries == TRIES_MAX) {
                    throw new StrayAnswerException(
                            "the branch does not answer to " + request.uri(), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StrayAnswerException("stopped while the branch was asked", e);
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException _) {
            // Said where somebody needs what it should have held.
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
