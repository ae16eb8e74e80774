package kz.adalkezek.server.branch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.queue.Line;
import kz.adalkezek.server.journal.Disk;

/// The catalogue texts that the log names by hash, kept beside it in `log/catalogue/<hash>`.
public final class Catalogues {

    private static final System.Logger LOG = System.getLogger("kezek.branch");

    private final Disk disk;
    private final Path directory;
    private final Map<String, Catalogue> byHash = new ConcurrentHashMap<>();

    /// Reads what is there and whole.
    public Catalogues(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
        for (var file : disk.list(directory)) {
            var text = new String(disk.read(file), UTF_8);
            if (file.endsWith(Catalogue.hash(text))) {
                var catalogue = Catalogue.parse(text);
                byHash.put(catalogue.hash(), catalogue);
            } else {
                // A power cut before the text was whole: the log cannot name it yet.
                LOG.log(Level.WARNING, "{0} does not hold the text of its name.", file);
            }
        }
    }

    /// Returns when the text would survive a power cut, so that the log may name it.
    public void add(Catalogue catalogue) {
        if (byHash.containsKey(catalogue.hash())) {
            return;
        }
        disk.createDirectories(directory);
        var file = directory.resolve(catalogue.hash());
        if (disk.exists(file)) {
            disk.delete(file);
        }
        try (var open = disk.open(file, Disk.Readers.EVERYBODY)) {
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
