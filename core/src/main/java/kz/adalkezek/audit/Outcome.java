package kz.adalkezek.audit;

import java.util.Optional;
import kz.adalkezek.audit.Segment.Believed;
import kz.adalkezek.log.Checkpoint;

/// All that a verification has come to.
///
/// @param checkpoint of the log, if it was to be believed; else nothing was read
/// @param believed the `day.opened` whose state was believed, where the replay began there
/// @param since the older one that it was compared with
record Outcome(
        Notes.Key key,
        Optional<Checkpoint> checkpoint,
        Optional<Checkpoint> since,
        Optional<Believed> believed,
        Account account,
        Findings findings) {

    int exitCode() {
        if (!findings.log().isEmpty()) {
            return Verify.LOG_BROKEN;
        }
        return findings.law().isEmpty() ? Verify.SOUND : Verify.LAW_BROKEN;
    }
}
