package kz.adalkezek.kiosk.offline;

import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.kiosk.link.BranchLink.How;

/// One line of the journal's file.
sealed interface Line {

    /// The first line of a file: how far the journal was when it began.
    ///
    /// @param touched the newest touch before
    record Begins(long entries, String head, Instant touched) implements Line {}

    record Given(Slip slip) implements Line {}

    /// What became of the entry's paper; nothing when nobody will ever know.
    record Told(long entry, Optional<How> how) implements Line {}

    /// The branch has everything up to this entry.
    record Merged(long entry) implements Line {}

    /// The branch refused this entry, and that was the end of it.
    record Refused(long entry, String code) implements Line {}
}
