package kz.adalkezek.server.journal;

import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.TileHashes;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.log.TreeHashes;

/// The tree of one published size: the right edge from memory, the rest from full tiles. Any thread
/// may ask, because a thread that has it got it through the publication of its size.
final class EdgeTree implements TreeHashes {

    private final List<EdgeTile> growing;
    private final Tiles tiles;
    private final TileHashes fullTiles;
    private final long size;

    EdgeTree(List<EdgeTile> growing, Tiles tiles, long size) {
        this.growing = growing;
        this.tiles = tiles;
        this.fullTiles = new TileHashes(tiles, size);
        this.size = size;
    }

    @Override
    public Hash at(int level, long number) {
        if (number < 0 || number >= size >> level) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has no subtree " + number + " on " + level);
        }
        int height = level % HashTile.HEIGHT;
        int subtreesInTile = HashTile.FULL_WIDTH >> height;
        var edge = growing.get(level / HashTile.HEIGHT);
        return edge.number() == number / subtreesInTile
                ? edge.node(height, (int) (number % subtreesInTile))
                : fullTiles.at(level, number);
    }

    /// The first hashes of a tile, as many as the path says; nothing if this size does not have
    /// them.
    Optional<HashTile> tile(TilePath.Hashes path) {
        if (path.width() > HashTile.widthAt(path.level(), path.number(), size)) {
            return Optional.empty();
        }
        var edge = growing.get(path.level());
        return Optional.of(
                edge.number() == path.number()
                        ? edge.first(path.width())
                        : tiles.full(path.level(), path.number()).slice(path.width()));
    }
}
