package kz.adalkezek.kiosk.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kz.adalkezek.kiosk.disk.ForcedFile;

/// The lines of the journal on the disk: `journal-0000000013.jsonl`, named after the first entry
/// that may stand in it. Only ever appended to; a file whose entries are all with the branch is
/// moved to `archive/`, and the next begins with where it ended.
final class JournalFile implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.offline");

    /// Some fifty thousand tickets.
    private static final int FILE_MAX_BYTES = 64 * 1024 * 1024;

    /// Older ones are deleted: what a citizen wished is not kept for ever.
    private static final int ARCHIVED_MAX = 40;

    private final Path folder;
    private FileChannel channel;
    private boolean broken;

    private JournalFile(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// What was found on the disk.
    record Found(JournalFile file, List<Line> lines) {}

    /// Opens the newest file, and cuts a last line that its writer had not finished: nothing is
    /// printed before its line is whole.
    ///
    /// @param begins the first line of the first file
    /// @throws IllegalStateException if the file was changed by somebody else
    static Found open(Path folder, Line.Begins begins) throws IOException {
        Files.createDirectories(folder);
        var files = files(folder);
        if (files.isEmpty()) {
            ForcedFile.write(folder.resolve(name(begins.entries() + 1)), LineForm.write(begins));
            files = files(folder);
        }
        var newest = files.getLast();
        for (var older : files.subList(0, files.size() - 1)) {
            // The power failed between the new file's first line and this.
            archive(folder, older);
        }
        byte[] bytes = ForcedFile.read(newest, FILE_MAX_BYTES).orElseThrow();
        var lines = new ArrayList<Line>();
        int whole = read(newest, bytes, lines);
        var channel = FileChannel.open(newest, StandardOpenOption.WRITE);
        if (whole < bytes.length) {
            cut(newest, bytes, whole, channel);
        }
        channel.position(whole);
        return new Found(new JournalFile(folder, channel), lines);
    }

    /// Returns when the line is on the disk.
    ///
    /// @throws UncheckedIOException if it is not; then nothing is appended any more, because nobody
    ///   knows what the disk holds
    void append(Line line) {
        if (broken) {
            throw new UncheckedIOException(
                    new IOException("the journal took no line before this one"));
        }
        long before = -1;
        try {
            before = channel.position();
            ForcedFile.append(channel, LineForm.write(line));
        } catch (IOException e) {
            broken = true;
            undo(before, e);
            throw new UncheckedIOException("the journal could not be written", e);
        }
    }

    /// Goes on in a new file.
    void turn(Line.Begins begins) throws IOException {
        var old = files(folder);
        var fresh = folder.resolve(name(begins.entries() + 1));
        ForcedFile.write(fresh, LineForm.write(begins));
        channel.close();
        channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
        channel.position(channel.size());
        for (var one : old) {
            archive(folder, one);
        }
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// A half line must not stay where the next start would take it for a whole one.
    private void undo(long before, IOException fault) {
        try {
            if (before >= 0) {
                channel.truncate(before);
                channel.force(true);
            }
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
    }

    /// @return how many bytes are whole lines
    private static int read(Path file, byte[] bytes, List<Line> lines) {
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != '\n') {
                continue;
            }
            try {
                lines.add(LineForm.read(Arrays.copyOfRange(bytes, from, at)));
            } catch (IllegalArgumentException e) {
                if (at == bytes.length - 1) {
                    // Its end reached the disk and its beginning did not.
                    return from;
                }
                throw new IllegalStateException(
                        file + " was changed at byte " + from + ": " + e.getMessage(), e);
            }
            from = at + 1;
        }
        return from;
    }

    private static void cut(Path file, byte[] bytes, int whole, FileChannel channel)
            throws IOException {
        LOG.log(
                Level.WARNING,
                "{0} ended within a line, which was never printed: {1} bytes are put aside",
                file,
                bytes.length - whole);
        ForcedFile.write(
                file.resolveSibling(file.getFileName() + ".torn"),
                Arrays.copyOfRange(bytes, whole, bytes.length));
        channel.truncate(whole);
        channel.force(true);
    }

    private static void archive(Path folder, Path file) throws IOException {
        var archive = folder.resolve("archive");
        Files.createDirectories(archive);
        ForcedFile.move(file, archive.resolve(file.getFileName()));
        var kept = files(archive);
        for (var old : kept.subList(0, Math.max(0, kept.size() - ARCHIVED_MAX))) {
            ForcedFile.delete(old);
        }
    }

    private static String name(long firstEntry) {
        return String.format(Locale.ROOT, "journal-%010d.jsonl", firstEntry);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file ->
                            String.valueOf(file.getFileName()).matches("journal-[0-9]{10}\\.jsonl"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
