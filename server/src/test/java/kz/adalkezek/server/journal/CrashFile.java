package kz.adalkezek.server.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.adalkezek.server.journal.CrashDisk.Loss;
import kz.adalkezek.server.journal.Disk.Readers;

/// A file of [CrashDisk]: what a reader sees, what a crash cannot take, and what lies between.
final class CrashFile {

    private static final int FIRST_BYTES = 256;

    /// Bytes that grow.
    private static final class Bytes {
        private byte[] bytes = new byte[FIRST_BYTES];
        private int size;

        void write(int position, byte[] from) {
            int end = position + from.length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
            }
            System.arraycopy(from, 0, bytes, position, from.length);
            size = Math.max(size, end);
        }

        void truncate(int to) {
            Arrays.fill(bytes, Math.min(to, size), size, (byte) 0);
            size = Math.min(to, size);
        }

        byte[] copy() {
            return Arrays.copyOf(bytes, size);
        }
    }

    private sealed interface Change {
        void applyTo(Bytes bytes);

        /// As far as a crash in the middle lets it.
        void applyHalfTo(Bytes bytes);
    }

    private static final class Write implements Change {
        private final int position;
        private final byte[] written;

        Write(int position, byte[] written) {
            this.position = position;
            this.written = written;
        }

        @Override
        public void applyTo(Bytes bytes) {
            bytes.write(position, written);
        }

        @Override
        public void applyHalfTo(Bytes bytes) {
            bytes.write(position, Arrays.copyOf(written, written.length / 2));
        }
    }

    private record Truncate(int size) implements Change {
        @Override
        public void applyTo(Bytes bytes) {
            bytes.truncate(size);
        }

        @Override
        public void applyHalfTo(Bytes bytes) {}
    }

    private final Readers readers;
    private Bytes seen = new Bytes();
    private Bytes durable = new Bytes();
    private List<Change> unforced = new ArrayList<>();

    CrashFile(Readers readers) {
        this.readers = readers;
    }

    Readers readers() {
        return readers;
    }

    int size() {
        return seen.size;
    }

    byte[] bytes() {
        return seen.copy();
    }

    byte[] bytes(int position, int length) {
        return Arrays.copyOfRange(seen.bytes, position, position + length);
    }

    void write(long position, byte[] bytes) {
        change(new Write((int) position, bytes.clone()));
    }

    void truncate(long size) {
        change(new Truncate((int) size));
    }

    private void change(Change change) {
        change.applyTo(seen);
        unforced.add(change);
    }

    void force() {
        unforced.forEach(change -> change.applyTo(durable));
        unforced.clear();
    }

    /// As Linux does it: after an error the pages count as clean, so readers still see what is not
    /// on the disk, and the next force succeeds without writing it.
    void failToForce() {
        unforced.clear();
    }

    void crash(Loss loss) {
        var before = durable.copy();
        switch (loss) {
            case EVERYTHING -> {}
            case NOTHING -> force();
            case TORN -> tear();
            case ZEROED -> {
                force();
                byte[] zeroed = Arrays.copyOf(before, Math.max(before.length, durable.size));
                durable = new Bytes();
                durable.write(0, zeroed);
            }
        }
        unforced = new ArrayList<>();
        seen = new Bytes();
        seen.write(0, durable.copy());
    }

    private void tear() {
        int whole = unforced.size() / 2;
        unforced.subList(0, whole).forEach(change -> change.applyTo(durable));
        if (whole < unforced.size()) {
            unforced.get(whole).applyHalfTo(durable);
        }
    }
}
