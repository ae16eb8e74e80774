package kz.adalkezek.log;

import java.util.ArrayList;
import java.util.List;

/// The leaves `from` (inclusive) to `to` (exclusive) that stand below one node of the tree, so that
/// they hold complete subtrees, largest first.
record Span(long from, long to) {

    Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no span goes from " + from + " to " + to);
        }
    }

    List<Subtree> subtrees() {
        var subtrees = new ArrayList<Subtree>(Long.bitCount(to - from));
        long next = from;
        while (next < to) {
            int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - next);
            subtrees.add(new Subtree(level, next >> level));
            next += 1L << level;
        }
        return subtrees;
    }

    Hash root(TreeHashes hashes) {
        return Frontier.fold(
                subtrees().stream()
                        .map(subtree -> hashes.at(subtree.level(), subtree.number()))
                        .toList());
    }
}
