package kz.adalkezek.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.TilePath;

/// A log that a server publishes (C2SP tlog-tiles).
final class LogUrl implements LogSource {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final String base;

    // Its threads end with the process, or when nobody holds the client any more.
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(Redirect.NORMAL)
                    .build();

    private LogUrl(String base) {
        this.base = base;
    }

    /// @param place the address of the server, or that of its log, which ends in `/log`
    static LogUrl of(String place) throws UnreadableException {
        try {
            if (URI.create(place).getHost() == null) {
                throw new UnreadableException(place + " is not an address");
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(place + " is not an address", new IOException(e));
        }
        var trimmed = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
        return new LogUrl(trimmed.endsWith("/log") ? trimmed : trimmed + "/log");
    }

    @Override
    public boolean hasPartialTiles() {
        return true;
    }

    @Override
    public Optional<byte[]> checkpoint() throws UnreadableException {
        var bytes = get("checkpoint", CHECKPOINT_MAX_BYTES);
        if (bytes.isEmpty()) {
            throw new UnreadableException("there is no log at " + base);
        }
        return bytes;
    }

    @Override
    public Optional<OwnKey> key() throws UnreadableException {
        return get("vkey", KEY_MAX_BYTES).map(bytes -> OwnKey.of(base + "/vkey", bytes));
    }

    /// A server may drop a partial tile once the full one is there.
    @Override
    public List<Stored> files(TilePath path) throws UnreadableException {
        var asked = get(path.toString(), LogSource.maxBytes(path));
        if (asked.isPresent()) {
            return List.of(new Stored(path, asked.get()));
        }
        if (path.isFull()) {
            return List.of();
        }
        var full = LogSource.full(path);
        return get(full.toString(), LogSource.maxBytes(full))
                .map(bytes -> List.of(new Stored(full, bytes)))
                .orElse(List.of());
    }

    private Optional<byte[]> get(String path, int maxBytes) throws UnreadableException {
        var address = URI.create(base + "/" + path);
        var request = HttpRequest.newBuilder(address).timeout(ANSWER_TIMEOUT).build();
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return switch (answer.statusCode()) {
                    case OK -> Optional.of(body.readNBytes(maxBytes + 1));
                    case NOT_FOUND, GONE -> Optional.empty();
                    default ->
                            throw new UnreadableException(
                                    address + " answered with status " + answer.statusCode());
                };
            }
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableException(address + " cannot be reached (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableException("reading " + address + " was interrupted");
        }
    }
}
