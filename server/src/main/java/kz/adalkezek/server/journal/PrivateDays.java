package kz.adalkezek.server.journal;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kz.adalkezek.server.journal.Disk.Readers;
import org.jspecify.annotations.Nullable;

/// What must not stand in a public leaf: the openings of its commitments, one file for each
/// business day, for the owner's eyes only. The log never needs it; it is erased record by record
/// or as a whole day.
///
/// Owned by one thread, which is never interrupted. After a fault it refuses, like the journal.
public final class PrivateDays implements AutoCloseable {

    public static final int RECORD_MAX_BYTES = 16_384;

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Disk disk;
    private final Path directory;
    private final Map<LocalDate, ByteArrayOutputStream> waiting = new TreeMap<>();
    private @Nullable DayFile current;
    private boolean midway;

    public PrivateDays(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory.toAbsolutePath();
        disk.createDirectories(this.directory);
    }

    /// Adds a record to the day. It is durable when [#force] has returned.
    ///
    /// @param record one line of canonical JSON, without a newline, up to 16,384 bytes
    public void append(LocalDate day, byte[] record) {
        if (record.length == 0 || record.length > RECORD_MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a private record has 1 to 16384 bytes but was " + record.length);
        }
        for (byte character : record) {
            if (character == '\n' || character == 0) {
                throw new IllegalArgumentException("a private record is one line of text");
            }
        }
        var lines = waiting.computeIfAbsent(day, _ -> new ByteArrayOutputStream());
        lines.writeBytes(record);
        lines.write('\n');
    }

    /// Returns when every appended record is durable. Comes before the log's own force, so that no
    /// ticket is acknowledged whose opening could be lost. Without new records it does nothing.
    public void force() {
        begin();
        waiting.forEach((day, lines) -> file(day).append(lines.toByteArray()));
        waiting.clear();
        midway = false;
    }

    private DayFile file(LocalDate day) {
        if (current == null || !current.day().equals(day)) {
            close();
            current = DayFile.open(disk, directory, day);
        }
        return current;
    }

    /// The forced records of the day, oldest first, without those that were erased or that a crash
    /// tore; none for an unknown day.
    public List<byte[]> read(LocalDate day) {
        var path = path(day);
        return disk.exists(path)
                ? PrivateLines.whole(disk.read(path)).map(PrivateLines.Line::record).toList()
                : List.of();
    }

    /// Overwrites the records that the predicate names, and returns how many when they are gone
    /// from the disk. Copies elsewhere are not reached.
    public int erase(LocalDate day, Predicate<byte[]> named) {
        begin();
        int erased = 0;
        if (disk.exists(path(day))) {
            var lines = PrivateLines.whole(disk.read(path(day)));
            try (var file = disk.open(path(day), Readers.OWNER)) {
                for (var line : lines.filter(it -> named.test(it.record())).toList()) {
                    file.write(line.start(), line.blank());
                    erased++;
                }
                file.force();
            }
        }
        midway = false;
        return erased;
    }

    /// Removes the day as a whole, and returns when its name is gone from the disk.
    public void remove(LocalDate day) {
        begin();
        if (current != null && current.day().equals(day)) {
            close();
        }
        if (disk.exists(path(day))) {
            disk.delete(path(day));
            disk.forceDirectory(directory);
        }
        midway = false;
    }

    /// The days that have a file, oldest first.
    public List<LocalDate> days() {
        return disk.list(directory).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .filter(DAY.asMatchPredicate())
                .map(LocalDate::parse)
                .toList();
    }

    private Path path(LocalDate day) {
        return directory.resolve(day.toString());
    }

    private void begin() {
        if (midway) {
            throw new JournalException(directory + " stopped at a fault; start again from disk");
        }
        midway = true;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
