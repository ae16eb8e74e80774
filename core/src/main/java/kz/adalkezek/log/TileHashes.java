package kz.adalkezek.log;

/// Answers for every complete subtree of a tree of `size` leaves from its hash tiles, which store
/// only each eighth level. Nothing is verified here: check the proof that is made of it.
public final class TileHashes implements TreeHashes {

    private final TileSource source;
    private final long size;

    public TileHashes(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /// Fetches one tile and hashes up to seven levels inside it.
    ///
    /// @throws IllegalArgumentException if the tree is too small for that subtree
    /// @throws IllegalStateException if the source gives another number of bytes than was asked for
    @Override
    public Hash at(int level, long number) {
        var subtree = new Subtree(level, number);
        if (number >= size >> level) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no " + subtree);
        }
        int tileLevel = level / HashTile.HEIGHT;
        int height = level % HashTile.HEIGHT;
        int subtreesInTile = HashTile.FULL_WIDTH >> height;
        long tile = number / subtreesInTile;
        int width = HashTile.widthAt(tileLevel, tile, size);
        return fetch(tileLevel, tile, width).root(height, (int) (number % subtreesInTile));
    }

    private HashTile fetch(int level, long number, int width) {
        byte[] bytes = source.tile(level, number, width);
        if (bytes.length != width * Hash.BYTES) {
            throw new IllegalStateException(
                    TilePath.hashes(level, number, width) + " has " + bytes.length + " bytes");
        }
        return HashTile.of(bytes);
    }
}
