package kz.adalkezek.server.bench;

import java.util.Arrays;

/// Measured times as they come; one thread adds.
final class Longs {

    private static final int AT_FIRST = 1_024;

    private long[] values = new long[AT_FIRST];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
