package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.Arrays;

/// `log/checkpoint`, for whoever copies the directory. The server answers from memory, so the file
/// may lag behind; it is not forced, because a start writes it again. Any thread may write.
final class CheckpointFile {

    private final Disk disk;
    private final Path file;
    private long size;

    CheckpointFile(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /// At a start the file may be missing, torn or older.
    synchronized void restore(Published published) {
        if (!disk.exists(file) || !Arrays.equals(disk.read(file), published.note())) {
            disk.replace(file, published.note());
        }
        size = published.size();
    }

    synchronized void write(Published published) {
        if (published.size() > size) {
            disk.replace(file, published.note());
            size = published.size();
        }
    }
}
