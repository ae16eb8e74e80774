package kz.adalkezek.log;

import java.util.Collection;
import java.util.List;

/// A checkpoint that its log has signed, with the note that shows it.
///
/// @param signers every known key that signed, log and witnesses, each once
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note, List<VerifierKey> signers) {

    public SignedCheckpoint {
        signers = List.copyOf(signers);
    }

    /// What became of bytes that should be a log's checkpoint.
    public sealed interface Opened {
        record Believed(SignedCheckpoint checkpoint) implements Opened {}

        record Refused(NoteRefusal why) implements Opened {}
    }

    /// Opens the checkpoint of one log.
    ///
    /// @param known keys of the log (type NOTE, named as the origin) and of witnesses
    public static Opened open(byte[] note, String origin, Collection<VerifierKey> known) {
        return SignedNote.parse(note)
                .map(parsed -> open(parsed, origin, known))
                .orElseGet(() -> new Opened.Refused(NoteRefusal.MALFORMED));
    }

    public static Opened open(SignedNote note, String origin, Collection<VerifierKey> known) {
        return switch (note.open(known)) {
            case SignedNote.Opened.Refused(var why) -> new Opened.Refused(why);
            case SignedNote.Opened.Verified(var by) -> judge(note, origin, by);
        };
    }

    private static Opened judge(SignedNote note, String origin, List<VerifierKey> by) {
        var checkpoint = Checkpoint.parse(note.text());
        if (checkpoint.isEmpty()) {
            return new Opened.Refused(NoteRefusal.NOT_A_CHECKPOINT);
        }
        if (!checkpoint.get().origin().equals(origin)) {
            return new Opened.Refused(NoteRefusal.OTHER_ORIGIN);
        }
        if (by.stream().noneMatch(key -> isOfLog(key, origin))) {
            return new Opened.Refused(NoteRefusal.NO_LOG_SIGNATURE);
        }
        return new Opened.Believed(new SignedCheckpoint(checkpoint.get(), note, by));
    }

    private static boolean isOfLog(VerifierKey key, String origin) {
        return key.type() == KeyType.NOTE && key.name().equals(origin);
    }
}
