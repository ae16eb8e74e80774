package kz.adalkezek.kiosk.errand;

import java.util.Optional;
import kz.adalkezek.kiosk.link.BranchProblem;

/// How far an errand is: asking, printing, then printed or on the screen, then handed; or refused.
public sealed interface Stage {

    /// @param late whether the citizen has been waiting long
    record Asking(boolean late) implements Stage {}

    record Printing(Given ticket) implements Stage {}

    /// The paper is out; the branch has not confirmed it yet.
    record Printed(Given ticket) implements Stage {}

    /// The citizen can read the number and has to say so.
    record OnScreen(Given ticket, Why why) implements Stage {}

    /// The branch knows that the citizen has the number.
    ///
    /// @param why it is on the screen, where it is not on paper
    record Handed(Given ticket, Optional<Why> why) implements Stage {}

    record Refused(BranchProblem problem) implements Stage {}

    /// The branch did not answer in time; a ticket that it may have issued is voided there.
    record Unanswered() implements Stage {}

    /// The branch shows another log than before, so nothing of it is believed.
    record Distrusted() implements Stage {}

    default Optional<Given> given() {
        return switch (this) {
            case Asking _, Refused _, Unanswered _, Distrusted _ -> Optional.empty();
            case Printing(var ticket) -> Optional.of(ticket);
            case Printed(var ticket) -> Optional.of(ticket);
            case OnScreen(var ticket, _) -> Optional.of(ticket);
            case Handed(var ticket, _) -> Optional.of(ticket);
        };
    }
}
