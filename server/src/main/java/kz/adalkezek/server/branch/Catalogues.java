package kz.adalkezek.server.branch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.queue.Line;
import kz.adalkezek.server.journal.Disk;

/// The catalogue texts that the log names by hash, kept beside it in `log/catalogue/<hash>`.
public final class Catalogues {

    private final Disk disk;
    private final Path directory;
    private final Map<String, Catalogue> byHash = new ConcurrentHashMap<>();

    /// Reads what is there.
    ///
    /// @throws IllegalArgumentException if a text is not the one of its name
    public Catalogues(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
        for (var file : disk.list(directory)) {
            var catalogue = Catalogue.parse(new String(disk.read(file), UTF_8));
            if (!file.endsWith(catalogue.hash())) {
                throw new IllegalArgumentException(file + " does not hold the text of its name");
            }
            byHash.put(catalogue.hash(), catalogue);
        }
    }

    /// Returns when the text would survive a power cut, so that the log may name it.
    public void add(Catalogue catalogue) {
        if (byHash.containsKey(catalogue.hash())) {
            return;
        }
        disk.createDirectories(directory);
        var file = directory.resolve(catalogue.hash());
        try (var open = disk.open(file, Disk.Readers.EVERYBODY)) {
            open.truncate(0);
            open.write(0, catalogue.text().getBytes(UTF_8));
            open.force();
        }
        disk.forceDirectory(directory);
        byHash.put(catalogue.hash(), catalogue);
    }

    public Optional<Catalogue> byHash(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    public Optional<Catalogue> inForce(Line line, Instant now) {
        return line.rulebook().catalogueAt(now).flatMap(published -> byHash(published.hash()));
    }
}
