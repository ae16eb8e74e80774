package kz.adalkezek.queue;

/// A visit, named by the log index of its `ticket.issued`. It never repeats, unlike the number that
/// people read.
public record VisitId(long index) implements Comparable<VisitId> {

    public VisitId {
        if (index < 0) {
            throw new IllegalArgumentException("a log index is not negative but was " + index);
        }
    }

    @Override
    public int compareTo(VisitId other) {
        return Long.compare(index, other.index);
    }
}
