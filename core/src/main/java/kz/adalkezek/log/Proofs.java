package kz.adalkezek.log;

import java.util.ArrayList;
import java.util.List;

/// Makes and checks the proofs of RFC 6962 section 2.1; the checks follow RFC 9162 sections 2.1.3.2
/// and 2.1.4.2 and take a proof of exactly the right length only.
public final class Proofs {

    private Proofs() {}

    /// The hashes beside the way from a leaf to the root, the leaf's sibling first.
    ///
    /// @throws IllegalArgumentException unless 0 <= index < size
    public static List<Hash> inclusion(long index, long size, TreeHashes hashes) {
        return ProofPlan.inclusion(index, size).fold(hashes);
    }

    /// What links the roots of two sizes of one tree; empty for equal sizes and from size 0.
    ///
    /// @throws IllegalArgumentException unless 0 <= oldSize <= newSize
    public static List<Hash> consistency(long oldSize, long newSize, TreeHashes hashes) {
        return ProofPlan.consistency(oldSize, newSize).fold(hashes);
    }

    /// Whether the leaf stands at that index in the tree of that size and root.
    public static boolean checkInclusion(
            long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if (isOdd(node) || node == last) {
                hash = Hash.node(sibling, hash);
                int skipped = levelsWithoutSibling(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// Whether the tree of the old size and root is the beginning of the new one. The tree of size
    /// 0 has one root only, [Hash#EMPTY_TREE].
    public static boolean checkConsistency(
            long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == 0 && !oldRoot.equals(Hash.EMPTY_TREE)) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return proof.isEmpty();
        }
        return !proof.isEmpty() && foldsToBoth(oldSize, oldRoot, newSize, newRoot, proof);
    }

    private static boolean foldsToBoth(
            long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
        var hashes = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            // The old tree is one complete subtree of the new one, so its root is not sent.
            hashes.addFirst(oldRoot);
        }
        int complete = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> complete;
        long last = (newSize - 1) >> complete;
        var oldHash = hashes.removeFirst();
        var newHash = oldHash;
        for (var hash : hashes) {
            if (last == 0) {
                return false;
            }
            if (isOdd(node) || node == last) {
                oldHash = Hash.node(hash, oldHash);
                newHash = Hash.node(hash, newHash);
                int skipped = levelsWithoutSibling(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                newHash = Hash.node(newHash, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
    }

    private static boolean isOdd(long number) {
        return (number & 1) == 1;
    }

    /// On the right edge a node without a sibling is carried up unchanged, so no hash is sent for
    /// these levels.
    private static int levelsWithoutSibling(long node) {
        return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
    }
}
