package kz.adalkezek.server.journal;

import java.util.ArrayList;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;

/// The hash tile that a level is filling, with every node inside it, so that a proof near the right
/// edge hashes nothing. Nodes are only ever added: who knows a width may read below it for ever,
/// while the writer goes on beyond.
final class EdgeTile {

    private final long number;
    private final Hash[][] rows = new Hash[HashTile.HEIGHT + 1][];

    /// Owned by the writer; readers know their width from the published size.
    private int width;

    EdgeTile(long number) {
        this.number = number;
        for (int height = 0; height < rows.length; height++) {
            rows[height] = new Hash[HashTile.FULL_WIDTH >> height];
        }
    }

    long number() {
        return number;
    }

    void add(Hash hash) {
        int position = width;
        var node = hash;
        rows[0][position] = node;
        // Every trailing one bit of the position is a subtree that the new hash closes.
        for (int height = 1; (position & 1) == 1; height++) {
            node = Hash.node(rows[height - 1][position - 1], node);
            position >>= 1;
            rows[height][position] = node;
        }
        width++;
    }

    boolean isFull() {
        return width == HashTile.FULL_WIDTH;
    }

    /// The root of the `2^height` hashes that begin at hash `position * 2^height`.
    Hash node(int height, int position) {
        return rows[height][position];
    }

    HashTile first(int count) {
        var hashes = new ArrayList<Hash>(count);
        for (int i = 0; i < count; i++) {
            hashes.add(rows[0][i]);
        }
        return HashTile.of(hashes);
    }
}
