package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.server.journal.Disk.OpenFile;
import kz.adalkezek.server.journal.Disk.Readers;

/// The two files that remember what was last signed, overwritten in turn, so that a crash while one
/// is written leaves the other. Owned by the writer's thread.
final class SignedCopies implements AutoCloseable {

    private final List<OpenFile> copies;
    private int next;

    /// Opens the copies, which [#files] has named and somebody has read before.
    ///
    /// @param newest the file of the two that must not be overwritten next
    SignedCopies(Disk disk, Path directory, Optional<Path> newest) {
        disk.createDirectories(directory);
        var files = files(directory);
        copies = files.stream().map(file -> disk.open(file, Readers.EVERYBODY)).toList();
        // The names may be new, or left unforced by a process that was killed.
        disk.forceDirectory(directory);
        next = newest.equals(Optional.of(files.getFirst())) ? 1 : 0;
    }

    static List<Path> files(Path directory) {
        return List.of(directory.resolve("checkpoint.0"), directory.resolve("checkpoint.1"));
    }

    /// What the copies remember.
    ///
    /// @throws JournalException if none verifies and no crash explains it
    static List<Remembered> read(Disk disk, Path directory, VerifierKey key) {
        var found =
                files(directory).stream().map(file -> Remembered.read(disk, file, key)).toList();
        if (found.stream().noneMatch(Remembered.Proven.class::isInstance) && !canBeACrash(found)) {
            throw new JournalException(
                    "no signed copy in "
                            + directory
                            + " is a checkpoint of "
                            + key.name()
                            + " by its key, so nothing is signed until a person has looked");
        }
        return found;
    }

    /// A crash of the very first signature leaves one torn copy and no other; later ones leave the
    /// other copy whole.
    private static boolean canBeACrash(List<Remembered> found) {
        return found.stream().anyMatch(Remembered.Absent.class::isInstance)
                && found.stream().noneMatch(Remembered.Foreign.class::isInstance);
    }

    /// Returns when the note is durable.
    void store(byte[] note) {
        var copy = copies.get(next);
        copy.write(0, note);
        if (copy.size() > note.length) {
            copy.truncate(note.length);
        }
        copy.force();
        next = 1 - next;
    }

    @Override
    public void close() {
        copies.forEach(OpenFile::close);
    }
}
