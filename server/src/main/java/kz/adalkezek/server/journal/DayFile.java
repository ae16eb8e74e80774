package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import kz.adalkezek.server.journal.Disk.OpenFile;
import kz.adalkezek.server.journal.Disk.Readers;

/// The file of the private day that is being written.
final class DayFile implements AutoCloseable {

    private final Disk disk;
    private final Path directory;
    private final LocalDate day;
    private final OpenFile file;
    private boolean nameForced;
    private long length;

    private DayFile(Disk disk, Path directory, LocalDate day, OpenFile file, long length) {
        this.disk = disk;
        this.directory = directory;
        this.day = day;
        this.file = file;
        this.length = length;
    }

    /// Opens or creates the file, and cuts a last line that a crash tore. What is left is written
    /// once more with the next lines: the process before may have died over a failed force, after
    /// which the system shows pages that it has lost.
    static DayFile open(Disk disk, Path directory, LocalDate day) {
        var path = directory.resolve(day.toString());
        var file = disk.open(path, Readers.OWNER);
        byte[] found = disk.read(path);
        int length = PrivateLines.wholeLength(found);
        if (found.length > length) {
            file.truncate(length);
        }
        file.write(0, Arrays.copyOf(found, length));
        return new DayFile(disk, directory, day, file, length);
    }

    LocalDate day() {
        return day;
    }

    void append(byte[] lines) {
        file.write(length, lines);
        file.force();
        if (!Arrays.equals(file.read(length, lines.length), lines)) {
            throw new JournalException(
                    directory.resolve(day.toString()) + " gives back other bytes than written");
        }
        length += lines.length;
        if (!nameForced) {
            // The name may be new, or an earlier process may have left it unforced.
            disk.forceDirectory(directory);
            nameForced = true;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
