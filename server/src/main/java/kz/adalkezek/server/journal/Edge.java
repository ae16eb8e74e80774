package kz.adalkezek.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.TilePath;

/// The growing right edge of the tree, one tile for each level; all that is left of it lies in full
/// tiles on the disk. So memory does not grow with history. Owned by one thread.
final class Edge {

    /// A tile that has just got its last hash.
    record Full(TilePath.Hashes path, HashTile tile) {}

    private final Tiles tiles;

    /// Replaced, not changed, when a tile is full: a published tree keeps the list of its time.
    private List<EdgeTile> growing = List.of();

    private List<Full> full = new ArrayList<>();
    private long size;

    /// Begins with an empty tree.
    Edge(Tiles tiles) {
        this.tiles = tiles;
    }

    /// The edge at a size that is a multiple of 256, taken from the full tiles on the disk, without
    /// asking whether they are right; nothing if one of them is missing or short.
    static Optional<Edge> of(long size, Tiles tiles) {
        var growing = new ArrayList<EdgeTile>();
        growing.add(new EdgeTile(size / HashTile.FULL_WIDTH));
        for (int level = 1; HashTile.hashesOnLevel(level, size) > 0; level++) {
            long count = HashTile.hashesOnLevel(level, size);
            var tile = new EdgeTile(count / HashTile.FULL_WIDTH);
            for (long i = tile.number() * HashTile.FULL_WIDTH; i < count; i++) {
                var below = tiles.stored(level - 1, i);
                if (below.isEmpty()) {
                    return Optional.empty();
                }
                tile.add(below.get().root(HashTile.HEIGHT, 0));
            }
            growing.add(tile);
        }
        var edge = new Edge(tiles);
        edge.growing = List.copyOf(growing);
        edge.size = size;
        return Optional.of(edge);
    }

    long size() {
        return size;
    }

    void add(Hash leaf) {
        addTo(0, leaf);
        size++;
    }

    private void addTo(int level, Hash hash) {
        if (level == growing.size()) {
            replace(level, new EdgeTile(0));
        }
        var tile = growing.get(level);
        tile.add(hash);
        if (tile.isFull()) {
            var path = new TilePath.Hashes(level, tile.number(), HashTile.FULL_WIDTH);
            full.add(new Full(path, tile.first(HashTile.FULL_WIDTH)));
            replace(level, new EdgeTile(tile.number() + 1));
            addTo(level + 1, tile.node(HashTile.HEIGHT, 0));
        }
    }

    private void replace(int level, EdgeTile tile) {
        var changed = new ArrayList<>(growing);
        if (level == changed.size()) {
            changed.add(tile);
        } else {
            changed.set(level, tile);
        }
        growing = List.copyOf(changed);
    }

    /// The tiles that have become full since this was asked last, in the order in which they did.
    List<Full> takeFull() {
        var taken = full;
        full = new ArrayList<>();
        return taken;
    }

    Frontier frontier() {
        return Frontier.of(size, tree());
    }

    Hash root() {
        return frontier().root();
    }

    /// The tree of this size, for any thread and for ever.
    EdgeTree tree() {
        return new EdgeTree(growing, tiles, size);
    }
}
