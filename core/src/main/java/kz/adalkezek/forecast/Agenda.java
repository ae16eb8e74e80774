package kz.adalkezek.forecast;

import java.util.Arrays;

/// What will happen next in one future: times with what happens then, earliest first. A binary heap
/// of numbers, because a forecast asks it some hundred thousand times.
final class Agenda {

    private static final int SUBJECT_BITS = 20;
    private static final int SUBJECT_MASK = (1 << SUBJECT_BITS) - 1;
    private static final int WHAT_BITS = 2;

    static final int SUBJECT_MAX = SUBJECT_MASK;

    static final int JOINS = 0;
    static final int FREE = 1;
    static final int LOOKS = 2;

    private long[] heap = new long[64];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// @param inMs from now, below 2^40
    /// @param what one of the three
    void put(double inMs, int what, int subject) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        long one =
                ((long) inMs << (WHAT_BITS + SUBJECT_BITS))
                        | ((long) what << SUBJECT_BITS)
                        | subject;
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > one) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = one;
    }

    long next() {
        long next = heap[0];
        long last = heap[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return next;
    }

    static double inMs(long one) {
        return one >>> (WHAT_BITS + SUBJECT_BITS);
    }

    static int what(long one) {
        return (int) (one >>> SUBJECT_BITS) & ((1 << WHAT_BITS) - 1);
    }

    static int subject(long one) {
        return (int) one & SUBJECT_MASK;
    }
}
