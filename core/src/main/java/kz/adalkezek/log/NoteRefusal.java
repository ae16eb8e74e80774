package kz.adalkezek.log;

/// Why a note or a checkpoint is not believed.
public enum NoteRefusal {
    /// Not a note in its strict form.
    MALFORMED,
    /// A line under the name and the id of a known key does not verify.
    BAD_SIGNATURE,
    /// No known key has signed.
    NO_KNOWN_SIGNATURE,
    /// A true note, but its text is not the three lines of a checkpoint.
    NOT_A_CHECKPOINT,
    /// A checkpoint of another log.
    OTHER_ORIGIN,
    /// Only others vouch for it; the log itself has not signed.
    NO_LOG_SIGNATURE
}
