package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.List;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.NoteRefusal;
import kz.adalkezek.log.SignedCheckpoint;
import kz.adalkezek.log.VerifierKey;

/// A note found on the disk at start, and what it proves.
sealed interface Remembered {

    Path file();

    /// This log has signed it.
    record Proven(Path file, SignedCheckpoint signed) implements Remembered {
        Checkpoint checkpoint() {
            return signed.checkpoint();
        }

        byte[] note() {
            return signed.note().format();
        }
    }

    /// A whole note that this log's key did not sign.
    record Foreign(Path file, NoteRefusal why) implements Remembered {}

    /// Not a whole note: a crash met it.
    record Torn(Path file) implements Remembered {}

    /// Never written.
    record Absent(Path file) implements Remembered {}

    static Remembered read(Disk disk, Path file, VerifierKey key) {
        if (!disk.exists(file)) {
            return new Absent(file);
        }
        byte[] note = disk.read(file);
        if (note.length == 0) {
            return new Absent(file);
        }
        return switch (SignedCheckpoint.open(note, key.name(), List.of(key))) {
            case SignedCheckpoint.Opened.Believed(var signed) -> new Proven(file, signed);
            case SignedCheckpoint.Opened.Refused(var why) ->
                    why == NoteRefusal.MALFORMED ? new Torn(file) : new Foreign(file, why);
        };
    }
}
