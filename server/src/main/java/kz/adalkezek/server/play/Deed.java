package kz.adalkezek.server.play;

import java.time.Duration;
import java.util.Optional;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event.Handing;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.TicketNumber;

/// What people and staff do. Where they do it is the [World]'s business.
sealed interface Deed {

    /// About a ticket, by its holder or by the kiosk that gave it.
    sealed interface OfTicket extends Deed {
        Ticket ticket();
    }

    record Hand(Ticket ticket, Handing how, Code reason) implements OfTicket {}

    record Leave(Ticket ticket) implements OfTicket {}

    record AskMoreTime(Ticket ticket) implements OfTicket {}

    record ComeBack(Ticket ticket) implements OfTicket {}

    record SayComing(Ticket ticket) implements OfTicket {}

    /// @param stars 1 to 5
    record Rate(Ticket ticket, int stars) implements OfTicket {}

    /// At the desk of the clerk who does it.
    sealed interface AtDesk extends Deed {
        DeskId desk();
    }

    record Open(DeskId desk) implements AtDesk {}

    record CallNext(DeskId desk) implements AtDesk {}

    record CallNamed(DeskId desk, TicketNumber number, Code reason) implements AtDesk {}

    record Undo(DeskId desk) implements AtDesk {}

    record Recall(DeskId desk) implements AtDesk {}

    record NoShow(DeskId desk) implements AtDesk {}

    record Ground(DeskId desk, boolean shown) implements AtDesk {}

    record Start(DeskId desk) implements AtDesk {}

    record Finish(DeskId desk, Code outcome) implements AtDesk {}

    /// @param back when the person waits again by itself, counted from now
    record Park(DeskId desk, Code reason, Optional<Duration> back) implements AtDesk {}

    /// The errand belongs to another group.
    record HandOn(DeskId desk, GroupCode group, boolean returns) implements AtDesk {}

    /// One more service, of the catalogue.
    ///
    /// @param next it is done next, and not at the end
    record Add(DeskId desk, String service, boolean next) implements AtDesk {}

    /// A paper is asked for.
    ///
    /// @param document of the catalogue's list, or in words
    record AskPaper(DeskId desk, boolean listed, String document, Code reason) implements AtDesk {}

    /// A colleague goes on at this counter.
    record TakeOver(DeskId desk) implements AtDesk {}

    /// Somebody without a ticket.
    record ServeDirect(DeskId desk, Code reason) implements AtDesk {}

    record Unpark(DeskId desk, TicketNumber number) implements AtDesk {}

    record Return(DeskId desk, TicketNumber number) implements AtDesk {}

    record Pause(DeskId desk, Code reason) implements AtDesk {}

    record Resume(DeskId desk) implements AtDesk {}

    record Close(DeskId desk, Code reason) implements AtDesk {}
}
