package kz.adalkezek.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileHashesTest {

    private static final List<Integer> SIZES = List.of(1, 2, 255, 256, 257, 1000, 70_000);
    private static final MemoryTree TREE = new MemoryTree(70_000);

    @Test
    void rebuildsEverySubtreeOfEverySize() {
        for (int size : SIZES) {
            var hashes = new TileHashes(strictSource(size), size);
            for (int level = 0; size >> level > 0; level++) {
                int last = (size >> level) - 1;
                int step = Math.max(1, last / 300);
                for (int number = 0; number <= last; number += step) {
                    assertThat(hashes.at(level, number))
                            .as("%d on level %d of %d", number, level, size)
                            .isEqualTo(TREE.at(level, number));
                }
                assertThat(hashes.at(level, last)).isEqualTo(TREE.at(level, last));
            }
        }
    }

    @Test
    void provesFromTilesAtTheSizesWhereTilesBegin() {
        for (int size : SIZES) {
            var hashes = new TileHashes(strictSource(size), size);
            var root = Frontier.of(size, hashes).root();
            assertThat(root).isEqualTo(TREE.root(size));
            for (int index : List.of(0, size / 3, size / 2, Math.max(0, size - 2), size - 1)) {
                var proof = Proofs.inclusion(index, size, hashes);
                assertThat(Proofs.checkInclusion(index, size, TREE.at(0, index), proof, root))
                        .as("%d of %d", index, size)
                        .isTrue();
            }
            for (int old : SIZES) {
                if (old <= size) {
                    var proof = Proofs.consistency(old, size, hashes);
                    assertThat(Proofs.checkConsistency(old, TREE.root(old), size, root, proof))
                            .as("%d to %d", old, size)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void hasNoMoreThanTheTreeHolds() {
        var hashes = new TileHashes(strictSource(256), 256);
        assertThat(hashes.at(8, 0)).isEqualTo(TREE.root(256));
        assertThatThrownBy(() -> hashes.at(0, 256)).hasMessageContaining("256 leaves");
        assertThatThrownBy(() -> hashes.at(9, 0)).hasMessageContaining("256 leaves");
        assertThatThrownBy(() -> hashes.at(0, -1)).isInstanceOf(IllegalArgumentException.class);
        var empty = new TileHashes(strictSource(0), 0);
        assertThatThrownBy(() -> empty.at(0, 0)).hasMessageContaining("0 leaves");
    }

    @Test
    void refusesATileOfAnotherLengthThanAskedFor() {
        var hashes = new TileHashes((_, _, _) -> new byte[31], 1);
        assertThatThrownBy(() -> hashes.at(0, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tile/0/000.p/1 has 31 bytes");
    }

    @Test
    void slicesATileToAnyWidth() {
        var full = HashTile.of(TREE.tile(0, 3, 256));
        assertThat(full.bytes()).hasSize(8192);
        for (int width : List.of(1, 2, 128, 255, 256)) {
            assertThat(full.slice(width).bytes()).isEqualTo(TREE.tile(0, 3, width));
        }
        assertThatThrownBy(() -> full.slice(0)).hasMessageContaining("no first 0");
        assertThatThrownBy(() -> full.slice(257)).hasMessageContaining("no first 257");
        assertThat(full.root(8, 0)).isEqualTo(TREE.at(8, 3));
        assertThat(full.root(3, 5)).isEqualTo(TREE.at(3, 3 * 32 + 5));
    }

    @Test
    void isMadeOf1To256WholeHashes() {
        for (int bytes : List.of(0, 31, 33, 8191, 8193, 8224)) {
            assertThatThrownBy(() -> HashTile.of(new byte[bytes])).hasMessageContaining("" + bytes);
        }
        assertThat(HashTile.of(new byte[32]).width()).isEqualTo(1);
        assertThat(HashTile.of(new byte[8192]).width()).isEqualTo(256);
    }

    @Test
    void knowsWhichLeavesAHashCoversAndWhichTileCoversALeaf() {
        assertThat(HashTile.firstLeaf(0, 3, 7)).isEqualTo(3 * 256 + 7);
        assertThat(HashTile.firstLeaf(1, 3, 7)).isEqualTo((3 * 256 + 7) * 256);
        assertThat(HashTile.firstLeaf(2, 0, 1)).isEqualTo(65_536);
        for (int level : List.of(0, 1, 2)) {
            IntStream.of(0, 255, 256, 65_535, 65_536, 69_999)
                    .forEach(leaf -> {
                        long tile = HashTile.tileOver(level, leaf);
                        assertThat(HashTile.firstLeaf(level, tile, 0)).isLessThanOrEqualTo(leaf);
                        assertThat(HashTile.firstLeaf(level, tile + 1, 0)).isGreaterThan(leaf);
                    });
        }
    }

    @Test
    void knowsHowFarATileHasGrown() {
        assertThat(HashTile.widthAt(0, 272, 70_000)).isEqualTo(256);
        assertThat(HashTile.widthAt(0, 273, 70_000)).isEqualTo(112);
        assertThat(HashTile.widthAt(0, 274, 70_000)).isZero();
        assertThat(HashTile.widthAt(1, 0, 70_000)).isEqualTo(256);
        assertThat(HashTile.widthAt(1, 1, 70_000)).isEqualTo(17);
        assertThat(HashTile.widthAt(2, 0, 70_000)).isEqualTo(1);
        assertThat(HashTile.widthAt(8, 0, Long.MAX_VALUE)).isZero();
    }

    /// Gives only tiles that a log of that size serves.
    private static TileSource strictSource(int size) {
        return (level, number, width) -> {
            assertThat(width).isPositive().isEqualTo(HashTile.widthAt(level, number, size));
            return TREE.tile(level, number, width);
        };
    }
}
