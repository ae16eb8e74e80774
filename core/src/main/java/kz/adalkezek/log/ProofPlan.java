package kz.adalkezek.log;

import java.util.ArrayList;
import java.util.List;

/// Which hashes a proof is made of, before any is fetched: plan, fetch, fold, of which only the
/// fetch can fail.
public final class ProofPlan {

    private final List<Span> spans;

    private ProofPlan(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /// The path of RFC 6962 section 2.1.1.
    ///
    /// @throws IllegalArgumentException unless 0 <= index < size
    public static ProofPlan inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has no leaf " + index);
        }
        var spans = new ArrayList<Span>();
        path(index, 0, size, spans);
        return new ProofPlan(spans);
    }

    /// The consistency proof of RFC 6962 section 2.1.2; empty for equal sizes and from size 0.
    ///
    /// @throws IllegalArgumentException unless 0 <= oldSize <= newSize
    public static ProofPlan consistency(long oldSize, long newSize) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException(
                    "no tree grows from " + oldSize + " to " + newSize + " leaves");
        }
        var spans = new ArrayList<Span>();
        if (oldSize > 0) {
            growth(oldSize, 0, newSize, true, spans);
        }
        return new ProofPlan(spans);
    }

    /// Every subtree that folding will ask for, in that order.
    public List<Subtree> subtrees() {
        return spans.stream().flatMap(span -> span.subtrees().stream()).toList();
    }

    public List<Hash> fold(TreeHashes hashes) {
        return spans.stream().map(span -> span.root(hashes)).toList();
    }

    private static void path(long index, long from, long to, List<Span> spans) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (index < middle) {
            path(index, from, middle, spans);
            spans.add(new Span(middle, to));
        } else {
            path(index, middle, to, spans);
            spans.add(new Span(from, middle));
        }
    }

    /// `whole` says that the verifier knows the old tree's root as the root of this very subtree.
    private static void growth(long oldSize, long from, long to, boolean whole, List<Span> spans) {
        if (oldSize == to) {
            if (!whole) {
                spans.add(new Span(from, to));
            }
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (oldSize <= middle) {
            growth(oldSize, from, middle, whole, spans);
            spans.add(new Span(middle, to));
        } else {
            growth(oldSize, middle, to, false, spans);
            spans.add(new Span(from, middle));
        }
    }
}
