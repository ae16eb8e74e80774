package kz.adalkezek.log;

import java.util.ArrayList;
import java.util.List;

/// The right edge of the tree: one root for each complete subtree, largest first. It is all that is
/// needed to add a leaf or to name the root, so a log of any length fits in 63 hashes.
public record Frontier(long size, List<Hash> peaks) {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size but was " + size);
        }
        if (peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of "
                            + size
                            + " leaves has one peak for each set bit of its size but "
                            + peaks.size()
                            + " were given");
        }
    }

    /// The right edge of a tree that is stored elsewhere, fetched with one hash for each peak.
    public static Frontier of(long size, TreeHashes hashes) {
        var peaks = new Span(0, size).subtrees().stream();
        return new Frontier(
                size, peaks.map(peak -> hashes.at(peak.level(), peak.number())).toList());
    }

    public Frontier plus(Hash leaf) {
        var edge = new ArrayList<>(peaks);
        var hash = leaf;
        // Every trailing one bit of the old size is a complete subtree that the new leaf closes.
        for (int i = Long.numberOfTrailingZeros(~size); i > 0; i--) {
            hash = Hash.node(edge.removeLast(), hash);
        }
        edge.add(hash);
        return new Frontier(size + 1, edge);
    }

    /// The tree head, MTH of RFC 6962 section 2.1.
    public Hash root() {
        return fold(peaks);
    }

    /// The root above complete subtrees that stand side by side, largest first.
    static Hash fold(List<Hash> peaks) {
        if (peaks.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        return root;
    }
}
