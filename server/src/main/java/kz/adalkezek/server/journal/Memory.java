package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.server.journal.Remembered.Proven;

/// All that proves what this log has signed: the two signed copies and `log/checkpoint`.
///
/// @param proven without order
/// @param newestCopy the signed copy with the largest size
record Memory(List<Proven> proven, Optional<Proven> newestCopy) {

    private static final Comparator<Proven> BY_SIZE =
            Comparator.comparingLong(it -> it.checkpoint().size());

    /// @throws JournalException if a note is there that no crash of this log explains
    static Memory read(Disk disk, Path checkpointFile, Path signed, VerifierKey key) {
        var copies = SignedCopies.read(disk, signed, key);
        var newestCopy = newest(provenAmong(copies));
        var published = Remembered.read(disk, checkpointFile, key);
        refuseForeign(published, key);
        // A checkpoint is published only after a signed copy of it is durable.
        if (newestCopy.isEmpty() && published instanceof Remembered.Torn) {
            throw new JournalException(
                    checkpointFile
                            + " is there, so something was signed, but neither it nor a copy in "
                            + signed
                            + " verifies; nothing is signed until a person has looked");
        }
        var all = new ArrayList<>(copies);
        all.add(published);
        return new Memory(provenAmong(all), newestCopy);
    }

    private static void refuseForeign(Remembered published, VerifierKey key) {
        if (published instanceof Remembered.Foreign(var file, var why)) {
            throw new JournalException(
                    file
                            + " is no checkpoint of "
                            + key.name()
                            + " by its key ("
                            + why
                            + "), so nothing is signed until a person has looked");
        }
    }

    private static List<Proven> provenAmong(List<Remembered> found) {
        var proven = new ArrayList<Proven>();
        for (var note : found) {
            if (note instanceof Proven it) {
                proven.add(it);
            }
        }
        return proven;
    }

    private static Optional<Proven> newest(List<Proven> notes) {
        return notes.stream().max(BY_SIZE);
    }

    /// What was last signed.
    Optional<Proven> newest() {
        return newest(proven);
    }

    long signedSize() {
        return newest().map(it -> it.checkpoint().size()).orElse(0L);
    }
}
