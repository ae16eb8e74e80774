package kz.adalkezek.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private static final int ALL_PAIRS_UP_TO = 72;
    private static final int EVERY_SIZE_UP_TO = 300;
    private static final Hash STRANGER = Hash.of(new byte[] {7});

    @Test
    void provesInclusionAsTheDefinitionDoesForEveryLeafOfEverySizeUpTo300() {
        var hashes = new MemoryTree(EVERY_SIZE_UP_TO);
        var tree = NaiveTree.ofSize(EVERY_SIZE_UP_TO);
        for (int size = 1; size <= EVERY_SIZE_UP_TO; size++) {
            var root = hashes.root(size);
            boolean compare = size <= ALL_PAIRS_UP_TO || size % 51 < 3;
            for (int index = 0; index < size; index++) {
                var proof = Proofs.inclusion(index, size, hashes);
                if (compare) {
                    assertThat(proof).as("%d of %d", index, size).isEqualTo(tree.path(index, size));
                }
                assertThat(Proofs.checkInclusion(index, size, tree.leaf(index), proof, root))
                        .as("%d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void provesConsistencyAsTheDefinitionDoesForAllPairsOfSizes() {
        var tree = NaiveTree.ofSize(ALL_PAIRS_UP_TO);
        for (int to = 0; to <= ALL_PAIRS_UP_TO; to++) {
            for (int from = 0; from <= to; from++) {
                var proof = Proofs.consistency(from, to, tree);
                if (from > 0) {
                    assertThat(proof).as("%d to %d", from, to).isEqualTo(tree.proof(from, to));
                } else {
                    assertThat(proof).isEmpty();
                }
                assertThat(Proofs.checkConsistency(from, tree.root(from), to, tree.root(to), proof))
                        .as("%d to %d", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void refusesAnInclusionProofWithAnyHashSpoiledOrMissingOrAdded() {
        var tree = NaiveTree.ofSize(ALL_PAIRS_UP_TO);
        for (int size = 1; size <= ALL_PAIRS_UP_TO; size++) {
            var root = tree.root(size);
            for (int index = 0; index < size; index++) {
                var leaf = tree.leaf(index);
                for (var spoiled : spoiled(tree.path(index, size))) {
                    assertThat(Proofs.checkInclusion(index, size, leaf, spoiled, root))
                            .as("%d of %d", index, size)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void refusesAnInclusionProofForAnotherIndexOrLeafOrRoot() {
        var tree = NaiveTree.ofSize(ALL_PAIRS_UP_TO);
        for (int size = 1; size <= ALL_PAIRS_UP_TO; size++) {
            var root = tree.root(size);
            for (int index = 0; index < size; index++) {
                var proof = tree.path(index, size);
                var leaf = tree.leaf(index);
                for (int other = -1; other <= size + 1; other++) {
                    assertThat(Proofs.checkInclusion(other, size, leaf, proof, root))
                            .as("%d of %d as %d", index, size, other)
                            .isEqualTo(other == index);
                }
                assertThat(Proofs.checkInclusion(index, size, STRANGER, proof, root)).isFalse();
                assertThat(Proofs.checkInclusion(index, size, leaf, proof, STRANGER)).isFalse();
            }
        }
    }

    @Test
    void refusesAnIndexPastTheTreeEvenWhereTheHashesWouldFit() {
        var tree = NaiveTree.ofSize(1);
        assertThat(Proofs.checkInclusion(0, 1, tree.leaf(0), List.of(), tree.root())).isTrue();
        assertThat(Proofs.checkInclusion(1, 1, tree.leaf(0), List.of(), tree.root())).isFalse();
        assertThat(Proofs.checkInclusion(-1, 1, tree.leaf(0), List.of(), tree.root())).isFalse();
        assertThat(Proofs.checkInclusion(0, 0, tree.leaf(0), List.of(), tree.root())).isFalse();
        assertThat(Proofs.checkInclusion(0, -1, tree.leaf(0), List.of(), tree.root())).isFalse();
    }

    @Test
    void refusesAConsistencyProofWithAnyHashSpoiledOrMissingOrAdded() {
        var tree = NaiveTree.ofSize(ALL_PAIRS_UP_TO);
        for (int to = 0; to <= ALL_PAIRS_UP_TO; to++) {
            for (int from = 0; from <= to; from++) {
                var oldRoot = tree.root(from);
                var newRoot = tree.root(to);
                var proof = Proofs.consistency(from, to, tree);
                for (var spoiled : spoiled(proof)) {
                    assertThat(Proofs.checkConsistency(from, oldRoot, to, newRoot, spoiled))
                            .as("%d to %d", from, to)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void refusesAConsistencyProofForOtherRootsOrSizes() {
        var tree = NaiveTree.ofSize(ALL_PAIRS_UP_TO);
        for (int to = 1; to <= ALL_PAIRS_UP_TO; to++) {
            for (int from = 1; from <= to; from++) {
                var oldRoot = tree.root(from);
                var newRoot = tree.root(to);
                var proof = tree.proof(from, to);
                assertThat(Proofs.checkConsistency(from, STRANGER, to, newRoot, proof)).isFalse();
                assertThat(Proofs.checkConsistency(from, oldRoot, to, STRANGER, proof)).isFalse();
                for (int other = -1; other <= to + 1; other++) {
                    if (other != from) {
                        assertThat(Proofs.checkConsistency(other, oldRoot, to, newRoot, proof))
                                .as("%d to %d as from %d", from, to, other)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void takesOnlyTheOneRootOfTheEmptyTree() {
        var root = NaiveTree.ofSize(5).root();
        assertThat(Proofs.checkConsistency(0, Hash.EMPTY_TREE, 5, root, List.of())).isTrue();
        assertThat(Proofs.checkConsistency(0, STRANGER, 5, root, List.of())).isFalse();
        assertThat(Proofs.checkConsistency(0, STRANGER, 0, STRANGER, List.of())).isFalse();
        assertThat(Proofs.checkConsistency(5, root, 5, root, List.of())).isTrue();
        assertThat(Proofs.checkConsistency(5, root, 5, STRANGER, List.of())).isFalse();
        assertThat(Proofs.checkConsistency(5, root, 0, Hash.EMPTY_TREE, List.of())).isFalse();
    }

    @Test
    void plansExactlyTheSubtreesThatItFetches() {
        var tree = NaiveTree.ofSize(70);
        var fetched = new ArrayList<Subtree>();
        TreeHashes watched =
                (level, number) -> {
                    fetched.add(new Subtree(level, number));
                    return tree.at(level, number);
                };
        Proofs.inclusion(3, 70, watched);
        assertThat(fetched).isEqualTo(ProofPlan.inclusion(3, 70).subtrees());
        assertThat(fetched)
                .containsExactly(
                        new Subtree(0, 2),
                        new Subtree(1, 0),
                        new Subtree(2, 1),
                        new Subtree(3, 1),
                        new Subtree(4, 1),
                        new Subtree(5, 1),
                        new Subtree(2, 16),
                        new Subtree(1, 34));
        fetched.clear();
        Proofs.consistency(6, 70, watched);
        assertThat(fetched).isEqualTo(ProofPlan.consistency(6, 70).subtrees());
    }

    @Test
    void plansForTheLargestSizesWithoutOverflow() {
        assertThat(ProofPlan.inclusion(0, Long.MAX_VALUE).subtrees()).isNotEmpty();
        assertThat(ProofPlan.inclusion(Long.MAX_VALUE - 1, Long.MAX_VALUE).subtrees()).hasSize(62);
        assertThat(ProofPlan.consistency(Long.MAX_VALUE - 1, Long.MAX_VALUE).subtrees())
                .hasSize(63);
    }

    @Test
    void makesNoProofThatDoesNotExist() {
        var tree = NaiveTree.ofSize(3);
        assertThatThrownBy(() -> Proofs.inclusion(3, 3, tree)).hasMessageContaining("no leaf 3");
        assertThatThrownBy(() -> Proofs.inclusion(-1, 3, tree)).hasMessageContaining("no leaf -1");
        assertThatThrownBy(() -> Proofs.consistency(3, 2, tree)).hasMessageContaining("from 3");
        assertThatThrownBy(() -> Proofs.consistency(-1, 2, tree)).hasMessageContaining("from -1");
    }

    /// Each hash changed once in one bit, each left out once, one added at each end.
    private static List<List<Hash>> spoiled(List<Hash> proof) {
        var changed =
                IntStream.range(0, proof.size())
                        .mapToObj(i -> {
                            var copy = new ArrayList<>(proof);
                            var bytes = copy.get(i).bytes();
                            bytes[i % Hash.BYTES] ^= 1;
                            copy.set(i, Hash.fromBytes(bytes));
                            return (List<Hash>) copy;
                        });
        var shortened =
                IntStream.range(0, proof.size())
                        .mapToObj(i -> {
                            var copy = new ArrayList<>(proof);
                            copy.remove(i);
                            return (List<Hash>) copy;
                        });
        var longerAtEnd = new ArrayList<>(proof);
        longerAtEnd.addLast(STRANGER);
        var longerAtStart = new ArrayList<>(proof);
        longerAtStart.addFirst(STRANGER);
        return Stream.concat(
                        Stream.concat(changed, shortened), Stream.of(longerAtEnd, longerAtStart))
                .toList();
    }
}
