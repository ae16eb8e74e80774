package kz.adalkezek.audit;

import java.util.List;

/// Some entries of one bundle, side by side, as their bytes.
///
/// @param bundle the number of their bundle
/// @param first the index of the first
record Batch(long bundle, long first, List<byte[]> leaves) {

    Batch {
        leaves = List.copyOf(leaves);
    }

    long end() {
        return first + leaves.size();
    }

    byte[] leaf(long index) {
        return leaves.get(Math.toIntExact(index - first));
    }

    /// Those from one index on and before another.
    Batch part(long from, long to) {
        return new Batch(
                bundle,
                from,
                leaves.subList(Math.toIntExact(from - first), Math.toIntExact(to - first)));
    }
}
