package kz.adalkezek.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;

/// Somebody who went before others, with the reason in a word.
///
/// @param index of the call or direct service
/// @param called nobody where it was a service without a ticket
/// @param slot that the called visit had booked and kept, where that is the reason
/// @param reason of an override, else none
/// @param overtaken in the order of their claims
/// @param withdrawn the call was taken back, and with it what it overtook
record Overtaking(
        long index,
        Instant at,
        LocalDate day,
        DeskId desk,
        Optional<Named> called,
        Why why,
        Optional<Instant> slot,
        Code reason,
        List<Named> overtaken,
        boolean withdrawn) {

    /// A visit with its number; `by` is how often the law's own calls have overtaken it so far.
    record Named(VisitId visit, TicketNumber number, int overtakenByLaw) {}

    enum Why {
        /// An earlier fair time: a published ground.
        BY_LAW,
        /// A booking that was kept.
        BOOKING,
        /// The called visit had been overtaken as often as the policy allows.
        LIMIT,
        OVERRIDE,
        /// Served without a ticket.
        DIRECT
    }

    Overtaking {
        overtaken = List.copyOf(overtaken);
    }

    Overtaking takenBack() {
        return new Overtaking(index, at, day, desk, called, why, slot, reason, overtaken, true);
    }
}
