package kz.adalkezek.server.journal;

import java.util.Optional;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.server.journal.Disk.Readers;
import kz.adalkezek.server.journal.Reading.Depth;

/// Finds out what the stored log is worth. Everything is looked at before anything is changed; a
/// log that is shorter than what was signed, or another one, is left as it is for a person.
final class Recovery {

    /// What a start found.
    ///
    /// @param edge the right edge at the size of the log
    /// @param dayOpened the index of the newest `day.opened`, 0 if there is none
    /// @param unread the tree below which only hash tiles were trusted so far; size 0 if all was
    ///   read
    record Recovered(Edge edge, long dayOpened, Frontier unread) {}

    private final Bundles bundles;
    private final Tiles tiles;
    private final Memory memory;
    private final long signedSize;

    Recovery(Bundles bundles, Tiles tiles, Memory memory) {
        this.bundles = bundles;
        this.tiles = tiles;
        this.memory = memory;
        this.signedSize = memory.signedSize();
    }

    Recovered run() {
        requireFiles();
        long size = Tail.size(bundles, signedSize);
        long dayOpened = Days.newestOpened(bundles, size);
        var recovered = fromTiles(size, dayOpened).orElseGet(() -> fromEntries(size, dayOpened));
        cutTo(size);
        return recovered;
    }

    private void requireFiles() {
        var numbers = bundles.numbers();
        long needed = Math.ceilDiv(signedSize, Bundles.ENTRIES);
        for (int i = 0; i < needed; i++) {
            if (i == numbers.size() || numbers.get(i) != i) {
                var missing = bundles.at((long) i * Bundles.ENTRIES, "the file is missing");
                throw refused(missing, signedSize);
            }
        }
    }

    /// The short way: hash tiles for the older log, entries from the newest day on, and the signed
    /// root as the judge of both. Nothing if the tiles do not lead there.
    private Optional<Recovered> fromTiles(long size, long dayOpened) {
        long from = fullBundles(Math.min(dayOpened, signedSize));
        if (from == 0) {
            return Optional.empty();
        }
        return Edge.of(from, tiles).flatMap(edge -> fromTiles(edge, size, dayOpened));
    }

    private Optional<Recovered> fromTiles(Edge edge, long size, long dayOpened) {
        var reading = new Reading(bundles, tiles, edge, memory.proven());
        // The tail was read as events; full bundles below it are left to the full reading.
        long unread = fullBundles(signedSize);
        if (reading.readTo(unread, Depth.HASHES, () -> false).isPresent()) {
            return Optional.empty();
        }
        var frontier = edge.frontier();
        if (reading.readTo(size, Depth.HASHES, () -> false).isPresent()) {
            return Optional.empty();
        }
        reading.repairTiles();
        return Optional.of(new Recovered(edge, dayOpened, frontier));
    }

    private Recovered fromEntries(long size, long dayOpened) {
        var reading = new Reading(bundles, tiles, new Edge(tiles), memory.proven());
        var damage = reading.readTo(size, Depth.EVENTS, () -> false);
        if (damage.isPresent()) {
            throw refused(damage.get(), signedSize);
        }
        reading.repairTiles();
        return new Recovered(reading.edge(), dayOpened, Frontier.EMPTY);
    }

    /// Takes away what a crash tore, all of it above the signed size. From the end backwards, so
    /// that a crash in between leaves the same log.
    private void cutTo(long size) {
        var disk = bundles.disk();
        long stay = Math.ceilDiv(size, Bundles.ENTRIES);
        for (long bundle : bundles.numbers().reversed()) {
            if (bundle >= stay) {
                disk.delete(bundles.file(bundle));
                disk.forceDirectory(Disk.directoryOf(bundles.file(bundle)));
            }
        }
        if (size == 0) {
            return;
        }
        int entries = (int) (size - (stay - 1) * Bundles.ENTRIES);
        int length = Bundles.length(bundles.bytes(stay - 1), entries);
        try (var last = disk.open(bundles.file(stay - 1), Readers.EVERYBODY)) {
            if (last.size() > length) {
                last.truncate(length);
                last.force();
            }
        }
    }

    private static long fullBundles(long size) {
        return size - size % Bundles.ENTRIES;
    }

    static JournalException refused(String damage, long signedSize) {
        return new JournalException(
                damage
                        + ". "
                        + signedSize
                        + " entries were signed, so nothing is cut and nothing is signed until a"
                        + " person has looked");
    }
}
