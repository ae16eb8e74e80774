package kz.adalkezek.kiosk.scan;

import java.util.Optional;
import kz.adalkezek.queue.TicketNumber;

/// What came of the last code, for the screen.
///
/// @param id counts the scans of this start
public record Scan(long id, What what) {

    public sealed interface What {

        /// Somebody has booked and may take the ticket for it; whether the code is true, the branch
        /// says when it is used.
        record Booked(String code) implements What {}

        /// A ticket of this branch.
        ///
        /// @param token its secret name
        /// @param state such as `waiting`, `called`, `over`
        record Place(
                String token,
                TicketNumber number,
                String state,
                Optional<Long> ahead,
                Optional<Integer> counter)
                implements What {}

        /// A ticket that the branch does not know.
        record Strange() implements What {}

        /// No code of ours.
        record NoCode() implements What {}

        /// The branch does not answer; nobody knows.
        record Away() implements What {}
    }
}
