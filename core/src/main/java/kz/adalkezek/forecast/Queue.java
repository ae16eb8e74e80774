package kz.adalkezek.forecast;

import java.util.Arrays;

/// Visits that wait in one group, by fair time. Filled once, then reset for each future.
final class Queue {

    private static final int ROOM = 16;

    private final int[] first;
    private int[] items;
    private int from;
    private int to;

    /// @param first room for those who wait at the beginning
    Queue(int[] first) {
        this.first = first;
        items = new int[first.length + ROOM];
    }

    /// Who waits at the beginning, by fair time.
    void first(int place, int visit) {
        first[place] = visit;
    }

    /// As at the beginning.
    void reset() {
        System.arraycopy(first, 0, items, 0, first.length);
        from = 0;
        to = first.length;
    }

    int size() {
        return to - from;
    }

    int get(int place) {
        return items[from + place];
    }

    /// @param fair times by visit
    void add(int visit, double[] fair) {
        if (to == items.length) {
            items = Arrays.copyOf(items, 2 * items.length);
        }
        int at = to;
        while (at > from && isBehind(items[at - 1], visit, fair)) {
            items[at] = items[at - 1];
            at--;
        }
        items[at] = visit;
        to++;
    }

    void remove(int visit) {
        int at = from;
        while (items[at] != visit) {
            at++;
        }
        System.arraycopy(items, from, items, from + 1, at - from);
        from++;
    }

    /// Ties go to the earlier visit.
    static boolean isBehind(int one, int other, double[] fair) {
        return fair[one] > fair[other] || (fair[one] == fair[other] && one > other);
    }
}
