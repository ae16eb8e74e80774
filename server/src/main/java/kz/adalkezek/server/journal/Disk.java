package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Everything the journal does to files. A device is behind it: what is written may be lost until
/// it is forced, and every call may fail, which is a [JournalException] that names call and path.
///
/// Paths are absolute. Deliberately not a file system: no links, no attributes, no positions, no
/// partial writes.
public interface Disk {

    /// Who may read a file that is created; one that exists keeps its mode.
    enum Readers {
        EVERYBODY,
        /// Mode 0600.
        OWNER
    }

    /// An open file. It is safe for one thread at a time, which is never interrupted: an interrupt
    /// closes a channel.
    interface OpenFile extends AutoCloseable {

        long size();

        /// All of these bytes, from `position`, which is not beyond the end.
        void write(long position, byte[] bytes);

        /// Exactly `length` bytes from `position`.
        byte[] read(long position, int length);

        void truncate(long size);

        /// Returns when bytes and size of the file would survive a power cut; not its name.
        void force();

        @Override
        void close();
    }

    /// An exclusive lock, held until it is closed or the process ends.
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    boolean exists(Path path);

    /// Every byte of the file. Another thread may be appending meanwhile.
    byte[] read(Path file);

    /// What the directory holds, in the order of the names; nothing if there is no such directory.
    List<Path> list(Path directory);

    void createDirectory(Path directory);

    /// Returns when the names in the directory would survive a power cut.
    void forceDirectory(Path directory);

    /// Opens the file for reading and writing, and creates it where it does not exist.
    OpenFile open(Path file, Readers readers);

    /// Puts a file with these bytes in place of the old one, if there was one. Readers see the old
    /// or the new file; which of them a power cut leaves is not said, because nothing is forced.
    void replace(Path file, byte[] bytes);

    void delete(Path file);

    /// @throws JournalException at once if somebody else holds the lock, in this process or another
    Lock lock(Path file);

    /// Bytes that this process may still write to the disk that holds the path.
    long usableBytes(Path path);

    long totalBytes(Path path);

    /// How often files and directories of this disk were forced.
    long forces();

    /// The directory that holds a file or a directory other than the root.
    static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "not absolute");
    }

    /// Creates the directory and those above it, where they do not exist. Its name is forced even
    /// if it exists, because the process that made it may have died before it did so.
    default void createDirectories(Path directory) {
        var parent = directory.getParent();
        if (parent == null) {
            return;
        }
        if (!exists(directory)) {
            createDirectories(parent);
            createDirectory(directory);
        }
        forceDirectory(parent);
    }
}
