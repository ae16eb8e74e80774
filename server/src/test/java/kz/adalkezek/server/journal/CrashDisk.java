package kz.adalkezek.server.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A disk in memory that keeps no promise it has not made: what was not forced, bytes or names, a
/// crash may take, tear or leave as zeros. It can fail one call, and then works again, because a
/// caller that merely tries again must be found out. It refuses, as an [AssertionError], what a
/// careful program does not do.
public final class CrashDisk implements Disk {

    /// What a crash does to everything that was not forced.
    public enum Loss {
        /// The system had written all of it by itself.
        NOTHING,
        /// Bytes and names are gone.
        EVERYTHING,
        /// The names are there, the bytes up to the middle of what was written.
        TORN,
        /// Names and sizes are there, new bytes are zero.
        ZEROED
    }

    /// How a call fails.
    public enum Fault {
        /// An input/output error; nothing was done.
        REFUSED,
        /// The disk is full: a part was done.
        PARTIAL,
        /// No error, but one bit is written wrong. Calls that write nothing succeed.
        FLIPPED_BIT
    }

    private static final long TOTAL_BYTES = 1L << 40;

    private final CrashNames names = new CrashNames();
    private Set<Path> locked = new HashSet<>();
    private final Faults faults = new Faults();
    private int epoch;
    private int openFiles;
    private long forces;
    private long usableBytes = TOTAL_BYTES;

    /// Fails the n-th call that changes something or reads an open file, counted from 1, once.
    public synchronized void failAt(long call, Fault how) {
        faults.failAt(call, how);
    }

    /// Such calls since [#failAt], or since the beginning.
    public synchronized long calls() {
        return faults.calls();
    }

    /// Tells every such call, like `force log/tile/entries/000`, before it is done.
    public synchronized void listen(Consumer<String> told) {
        faults.listen(told);
    }

    public synchronized void setUsableBytes(long bytes) {
        usableBytes = bytes;
    }

    public synchronized int openFiles() {
        return openFiles;
    }

    public synchronized boolean isForOwnerOnly(Path file) {
        return names.get(file).readers() == Readers.OWNER;
    }

    /// The machine loses power and comes back: open files are closed and locks are gone.
    public void crash(Loss loss) {
        crash(() -> loss);
    }

    /// @param fates drawn for each file and each name separately
    public synchronized void crash(Supplier<Loss> fates) {
        names.crash(fates);
        stop();
    }

    /// The process is killed: what it wrote stays to be seen, though nothing more is durable.
    public synchronized void kill() {
        stop();
    }

    private void stop() {
        locked = new HashSet<>();
        openFiles = 0;
        faults.clear();
        epoch++;
    }

    /// Somebody changes the disk behind the program's back: these bytes, durable.
    public synchronized void put(Path file, byte[] bytes) {
        var fresh = new CrashFile(Readers.EVERYBODY);
        fresh.write(0, bytes);
        fresh.force();
        names.putDurably(file, fresh);
    }

    /// Every file with its bytes, as they can be seen now.
    public synchronized Map<Path, byte[]> files() {
        return names.bytes();
    }

    /// Somebody removes a file or a directory with all it holds.
    public synchronized void remove(Path path) {
        names.removeWithAllBelow(path);
    }

    @Override
    public synchronized boolean exists(Path path) {
        return names.has(path);
    }

    @Override
    public synchronized byte[] read(Path file) {
        return names.get(file).bytes();
    }

    @Override
    public synchronized List<Path> list(Path directory) {
        return names.in(directory);
    }

    @Override
    public synchronized void createDirectory(Path directory) {
        requireParent(directory);
        require(!names.has(directory), directory + " exists");
        change("create", directory, () -> names.put(directory, new CrashFile(Readers.EVERYBODY)));
    }

    @Override
    public synchronized void forceDirectory(Path directory) {
        require(exists(directory), directory + " is forced but does not exist");
        forces++;
        change("force", directory, () -> names.force(directory));
    }

    @Override
    public synchronized OpenFile open(Path file, Readers readers) {
        requireParent(file);
        if (!names.has(file)) {
            change("create", file, () -> names.put(file, new CrashFile(readers)));
        }
        openFiles++;
        return new Handle(file, names.get(file), epoch);
    }

    @Override
    public synchronized void replace(Path file, byte[] bytes) {
        requireParent(file);
        var temporary = file.resolveSibling(file.getFileName() + ".tmp");
        var fresh = new CrashFile(Readers.EVERYBODY);
        names.put(temporary, fresh);
        write("replace", file, fresh, 0, bytes);
        names.remove(temporary);
        names.put(file, fresh);
    }

    @Override
    public synchronized void delete(Path file) {
        names.get(file);
        change("delete", file, () -> names.remove(file));
    }

    @Override
    public synchronized Lock lock(Path file) {
        requireParent(file);
        if (!locked.add(file)) {
            throw new JournalException("another writer is alive: " + file + " is locked");
        }
        var now = epoch;
        return () -> unlock(file, now);
    }

    private synchronized void unlock(Path file, int since) {
        if (since == epoch) {
            locked.remove(file);
        }
    }

    @Override
    public synchronized long usableBytes(Path path) {
        return usableBytes;
    }

    @Override
    public synchronized long totalBytes(Path path) {
        return TOTAL_BYTES;
    }

    @Override
    public synchronized long forces() {
        return forces;
    }

    private void change(String call, Path path, Runnable step) {
        var failure = faults.next(call, path);
        if (!failure.equals(Optional.of(Fault.REFUSED))) {
            step.run();
        }
        if (failure.isPresent() && failure.get() != Fault.FLIPPED_BIT) {
            throw failed(call, path);
        }
    }

    private void write(String call, Path path, CrashFile file, long position, byte[] bytes) {
        var failure = faults.next(call, path);
        if (failure.isEmpty()) {
            file.write(position, bytes);
            return;
        }
        switch (failure.get()) {
            case REFUSED -> throw failed(call, path);
            case PARTIAL -> {
                file.write(position, Arrays.copyOf(bytes, bytes.length / 2));
                throw failed(call, path);
            }
            case FLIPPED_BIT -> {
                var wrong = bytes.clone();
                if (wrong.length > 0) {
                    wrong[wrong.length / 2] ^= 1;
                }
                file.write(position, wrong);
            }
        }
    }

    private static JournalException failed(String call, Path path) {
        return FileDisk.failed(call, path, new IOException("Input/output error"));
    }

    private void requireParent(Path path) {
        require(names.has(Disk.directoryOf(path)), path + " lies in no directory");
    }

    private static void require(boolean careful, String misuse) {
        if (!careful) {
            throw new AssertionError(misuse);
        }
    }

    private final class Handle implements OpenFile {
        private final Path path;
        private final CrashFile file;
        private final int since;
        private boolean closed;

        Handle(Path path, CrashFile file, int since) {
            this.path = path;
            this.file = file;
            this.since = since;
        }

        private void requireOpen() {
            require(!closed && since == epoch, path + " is used after it was closed");
        }

        @Override
        public long size() {
            synchronized (CrashDisk.this) {
                requireOpen();
                return file.size();
            }
        }

        @Override
        public void write(long position, byte[] bytes) {
            synchronized (CrashDisk.this) {
                requireOpen();
                require(position <= file.size(), path + " is written beyond its end");
                CrashDisk.this.write("write", path, file, position, bytes);
            }
        }

        @Override
        public byte[] read(long position, int length) {
            synchronized (CrashDisk.this) {
                requireOpen();
                require(position + length <= file.size(), path + " is read beyond its end");
                change("read", path, () -> {});
                return file.bytes((int) position, length);
            }
        }

        @Override
        public void truncate(long size) {
            synchronized (CrashDisk.this) {
                requireOpen();
                require(size < file.size(), path + " is cut beyond its end");
                change("truncate", path, () -> file.truncate(size));
            }
        }

        @Override
        public void force() {
            synchronized (CrashDisk.this) {
                requireOpen();
                forces++;
                try {
                    change("force", path, () -> {});
                } catch (JournalException e) {
                    file.failToForce();
                    throw e;
                }
                file.force();
            }
        }

        /// Closing what a crash has closed does nothing: the program that opened it is gone.
        @Override
        public void close() {
            synchronized (CrashDisk.this) {
                if (!closed && since == epoch) {
                    closed = true;
                    openFiles--;
                }
            }
        }
    }
}
