package kz.adalkezek.queue;

/// A booking, named by the log index of its `booking.made`.
public record BookingId(long index) implements Comparable<BookingId> {

    public BookingId {
        if (index < 0) {
            throw new IllegalArgumentException("a log index is not negative but was " + index);
        }
    }

    @Override
    public int compareTo(BookingId other) {
        return Long.compare(index, other.index);
    }
}
