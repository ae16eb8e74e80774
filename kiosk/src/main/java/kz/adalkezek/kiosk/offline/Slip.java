package kz.adalkezek.kiosk.offline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;

/// A ticket that the kiosk has given alone: a signed entry of its journal, and what only kiosk,
/// branch and citizen know of it.
///
/// @param errand of the touch
/// @param unanswered the request that the branch was asked before, if it may have heard it
public record Slip(
        KioskEntry entry,
        String signature,
        Opening opening,
        RequestId errand,
        Optional<RequestId> unanswered) {

    public Slip {
        if (!entry.commitment().equals(opening.commitment())) {
            throw new IllegalArgumentException("the entry commits to something else");
        }
    }

    public TicketNumber number() {
        return entry.number();
    }

    /// From when the place in the queue is kept.
    public Instant touched() {
        return entry.touched();
    }

    public List<String> services() {
        return opening.services();
    }

    /// `kk`, `ru` or `en`.
    public String language() {
        return opening.language();
    }

    /// Names the visit on the citizen's page.
    public String token() {
        return opening.token();
    }

    public String nonce() {
        return opening.nonce();
    }

    public Optional<String> ground() {
        return opening.ground();
    }
}
