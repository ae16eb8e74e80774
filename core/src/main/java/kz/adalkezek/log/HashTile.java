package kz.adalkezek.log;

import java.util.Arrays;
import java.util.List;

/// 1 to 256 hashes side by side, 8,192 bytes when full (C2SP tlog-tiles). Hash i of tile n on level
/// l is the root of the 256^l leaves from leaf `(n * 256 + i) * 256^l`.
public final class HashTile {

    public static final int FULL_WIDTH = TilePath.FULL_WIDTH;
    public static final int FULL_BYTES = FULL_WIDTH * Hash.BYTES;

    /// A tile holds eight levels of the binary tree.
    public static final int HEIGHT = 8;

    private final byte[] bytes;

    private HashTile(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > FULL_BYTES || bytes.length % Hash.BYTES != 0) {
            throw new IllegalArgumentException(
                    "a tile has 1 to 256 hashes of 32 bytes but was " + bytes.length + " bytes");
        }
        this.bytes = bytes;
    }

    /// The tile that these bytes are.
    ///
    /// @throws IllegalArgumentException unless these are 1 to 256 whole hashes
    public static HashTile of(byte[] bytes) {
        return new HashTile(bytes.clone());
    }

    public static HashTile of(List<Hash> hashes) {
        var bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.BYTES);
        }
        return new HashTile(bytes);
    }

    public int width() {
        return bytes.length / Hash.BYTES;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Hash hash(int i) {
        return Hash.fromBytes(bytes, i * Hash.BYTES);
    }

    /// The partial tile of the first `width` hashes.
    public HashTile slice(int width) {
        if (width < 1 || width > width()) {
            throw new IllegalArgumentException(
                    "a tile of " + width() + " hashes has no first " + width);
        }
        return new HashTile(Arrays.copyOf(bytes, width * Hash.BYTES));
    }

    /// The root over the `2^height` hashes that begin at hash `position * 2^height`; height 8 and
    /// position 0 give the hash that stands for this full tile one level up.
    public Hash root(int height, int position) {
        if (height == 0) {
            return hash(position);
        }
        return Hash.node(root(height - 1, 2 * position), root(height - 1, 2 * position + 1));
    }

    /// How many hashes the tiles of a level (0 to 63) hold together at a tree size: floor(size /
    /// 256^level).
    public static long hashesOnLevel(int level, long size) {
        return level * HEIGHT < Long.SIZE ? size >> (level * HEIGHT) : 0;
    }

    /// The hashes in tile `number` of a level at a tree size, 0 (no such tile yet) to 256.
    public static int widthAt(int level, long number, long size) {
        return Math.clamp(hashesOnLevel(level, size) - number * FULL_WIDTH, 0, FULL_WIDTH);
    }

    /// The first leaf below hash `i` of tile `number` on a level (0 to 7).
    public static long firstLeaf(int level, long number, int i) {
        return (number * FULL_WIDTH + i) << (level * HEIGHT);
    }

    /// The tile of a level (0 to 63) whose hashes cover the leaf.
    public static long tileOver(int level, long leaf) {
        return hashesOnLevel(level, leaf) / FULL_WIDTH;
    }
}
