package kz.adalkezek.road;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A citizen in a hurry, without a browser: what the touch page sends, again and again until the
/// kiosk takes it.
final class Touch implements AutoCloseable {

    private static final String WISH =
            "{\"services\":[\"ID-CARD\"],\"language\":\"kk\",\"ground\":null}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AGAIN_MS = 20;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI kiosk;

    Touch(URI kiosk) {
        this.kiosk = kiosk;
    }

    /// @param request made by the caller, a UUID
    void take(String request) throws IOException, InterruptedException {
        put(kiosk.resolve("/errands/" + request), WISH, ACCEPTED);
    }

    void done(String request) throws IOException, InterruptedException {
        put(kiosk.resolve("/errands/" + request + "/done"), "", OK);
    }

    @Override
    public void close() {
        http.close();
    }

    private void put(URI address, String body, int wanted)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = http.send(request, BodyHandlers.ofString());
        while (answer.statusCode() != wanted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(address + " answers " + answer.body());
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MS);
            answer = http.send(request, BodyHandlers.ofString());
        }
    }
}
