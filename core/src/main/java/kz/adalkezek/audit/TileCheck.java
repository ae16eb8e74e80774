package kz.adalkezek.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import kz.adalkezek.audit.LogSource.Stored;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.TilePath;

/// Derives every hash tile again from the leaves and compares it with what is stored. Holds one
/// growing tile for each level.
final class TileCheck {

    private final LogSource source;
    private final BiConsumer<String, String> faults;
    private final List<Growing> levels = new ArrayList<>();

    private static final class Growing {
        private final List<Hash> hashes = new ArrayList<>();
        private long number;
    }

    /// @param faults is told where and why, at once
    TileCheck(LogSource source, BiConsumer<String, String> faults) {
        this.source = source;
        this.faults = faults;
    }

    void add(Hash leaf) throws UnreadableException {
        add(0, leaf);
    }

    private void add(int level, Hash hash) throws UnreadableException {
        if (level == levels.size()) {
            levels.add(new Growing());
        }
        var growing = levels.get(level);
        growing.hashes.add(hash);
        if (growing.hashes.size() == HashTile.FULL_WIDTH) {
            var tile = HashTile.of(growing.hashes);
            compare(level, growing.number, tile);
            growing.hashes.clear();
            growing.number++;
            add(level + 1, tile.root(HashTile.HEIGHT, 0));
        }
    }

    /// The tiles of the right edge, once all leaves were added.
    void end() throws UnreadableException {
        for (int level = 0; level < levels.size(); level++) {
            var growing = levels.get(level);
            if (!growing.hashes.isEmpty()) {
                compare(level, growing.number, HashTile.of(growing.hashes));
            }
        }
    }

    private void compare(int level, long number, HashTile derived) throws UnreadableException {
        var path = TilePath.hashes(level, number, derived.width());
        boolean needed = derived.width() == HashTile.FULL_WIDTH || source.hasPartialTiles();
        boolean found = false;
        for (var stored : source.files(path)) {
            compare(level, stored, derived);
            found |= stored.path().width() >= derived.width();
        }
        if (needed && !found) {
            broken(path, "this hash tile is missing");
        }
    }

    private void compare(int level, Stored stored, HashTile derived) {
        var path = stored.path();
        // A growing file under the full name may be of any length: what is not there, or lies
        // behind the checkpoint, is left alone.
        boolean growing = path.isFull() && derived.width() < HashTile.FULL_WIDTH;
        int length = stored.bytes().length;
        if (!growing && length != path.width() * Hash.BYTES) {
            broken(path, "has %d bytes instead of %d".formatted(length, path.width() * Hash.BYTES));
            return;
        }
        int hashes = Math.min(length / Hash.BYTES, derived.width());
        for (int i = 0; i < hashes; i++) {
            if (!derived.hash(i).equals(Hash.fromBytes(stored.bytes(), i * Hash.BYTES))) {
                broken(path, "hash %d is not %s".formatted(i, below(level, path.number(), i)));
                return;
            }
        }
    }

    private static String below(int level, long number, int i) {
        return level == 0
                ? "that of entry %d in %s"
                        .formatted(number * HashTile.FULL_WIDTH + i, TilePath.entries(number))
                : "the root of the hashes in "
                        + TilePath.hashes(level - 1, number * HashTile.FULL_WIDTH + i);
    }

    private void broken(TilePath path, String why) {
        faults.accept(path.toString(), why);
    }
}
