package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.log.TileSource;
import kz.adalkezek.server.journal.Disk.Readers;

/// The full hash tiles on the disk. They are derived from the bundles, so nothing is forced: a
/// start writes again what a crash took. Any thread may ask.
final class Tiles implements TileSource {

    static final int CACHED_TILES = 64;

    private final Disk disk;
    private final Path log;
    private final SequencedMap<TilePath, HashTile> newest =
            new LinkedHashMap<>(CACHED_TILES, 0.75f, true);

    Tiles(Disk disk, Path log) {
        this.disk = disk;
        this.log = log;
    }

    /// A tile as it lies on the disk, right or wrong; nothing if it is missing or not 256 hashes
    /// long.
    Optional<HashTile> stored(int level, long number) {
        var file = file(TilePath.hashes(level, number));
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = disk.read(file);
        return bytes.length == HashTile.FULL_BYTES
                ? Optional.of(HashTile.of(bytes))
                : Optional.empty();
    }

    /// A full tile that must be there.
    HashTile full(int level, long number) {
        var path = TilePath.hashes(level, number);
        synchronized (newest) {
            var cached = newest.get(path);
            if (cached != null) {
                return cached;
            }
        }
        var tile =
                stored(level, number)
                        .orElseThrow(
                                () -> new JournalException(file(path) + " is missing or short"));
        remember(path, tile);
        return tile;
    }

    @Override
    public byte[] tile(int level, long number, int width) {
        return full(level, number).slice(width).bytes();
    }

    void write(TilePath.Hashes path, HashTile tile) {
        var file = file(path);
        if (!disk.exists(Disk.directoryOf(file))) {
            disk.createDirectories(Disk.directoryOf(file));
        }
        try (var open = disk.open(file, Readers.EVERYBODY)) {
            open.write(0, tile.bytes());
            if (open.size() > HashTile.FULL_BYTES) {
                open.truncate(HashTile.FULL_BYTES);
            }
        }
        remember(path, tile);
    }

    private Path file(TilePath path) {
        return log.resolve(path.toString());
    }

    private void remember(TilePath path, HashTile tile) {
        synchronized (newest) {
            newest.put(path, tile);
            if (newest.size() > CACHED_TILES) {
                newest.pollFirstEntry();
            }
        }
    }
}
