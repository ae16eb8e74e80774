package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/// The same leaves as [NaiveTree], with every complete subtree kept: quick enough for big trees.
final class MemoryTree implements TreeHashes {

    private final List<List<Hash>> levels = new ArrayList<>();

    MemoryTree(int size) {
        var level = new ArrayList<Hash>();
        for (int i = 0; i < size; i++) {
            level.add(Hash.leaf(("event " + i).getBytes(UTF_8)));
        }
        while (!level.isEmpty()) {
            levels.add(level);
            var above = new ArrayList<Hash>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(Hash.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
    }

    @Override
    public Hash at(int level, long number) {
        return levels.get(level).get(Math.toIntExact(number));
    }

    Hash root(int size) {
        return Frontier.of(size, this).root();
    }

    /// The hash tile as its definition says, straight from the leaves.
    byte[] tile(int level, long number, int width) {
        var hashes = new ArrayList<Hash>();
        for (int i = 0; i < width; i++) {
            hashes.add(at(8 * level, number * 256 + i));
        }
        return HashTile.of(hashes).bytes();
    }
}
