package kz.adalkezek.server.branch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.queue.Line;

/// The catalogue texts that the log names by hash.
public final class Catalogues {

    private final Map<String, Catalogue> byHash = new ConcurrentHashMap<>();

    public void add(Catalogue catalogue) {
        byHash.put(catalogue.hash(), catalogue);
    }

    public Optional<Catalogue> byHash(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    public Optional<Catalogue> inForce(Line line, Instant now) {
        return line.rulebook().catalogueAt(now).flatMap(published -> byHash(published.hash()));
    }
}
