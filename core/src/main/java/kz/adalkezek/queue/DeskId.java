package kz.adalkezek.queue;

/// A desk, named by the number of its counter: a counter holds at most one desk.
public record DeskId(int counter) implements Comparable<DeskId> {

    public static final int LAST_COUNTER = 999;

    public DeskId {
        if (counter < 1 || counter > LAST_COUNTER) {
            throw new IllegalArgumentException("a counter is 1 to 999 but was " + counter);
        }
    }

    @Override
    public int compareTo(DeskId other) {
        return Integer.compare(counter, other.counter);
    }

    @Override
    public String toString() {
        return Integer.toString(counter);
    }
}
