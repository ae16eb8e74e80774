package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kz.adalkezek.queue.BookingId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Policy;

/// The bookings of the log, and what they give by the text of the law. Shares no code with it.
final class Booked {

    private final Map<BookingId, Event.BookingMade> made = new HashMap<>();
    private final Set<BookingId> used = new HashSet<>();

    void read(Entry entry) {
        if (entry.event() instanceof Event.BookingMade booking) {
            made.put(new BookingId(entry.index()), booking);
        }
        if (entry.event() instanceof Event.TicketIssued ticket) {
            ticket.checkIn().ifPresent(checkIn -> used.add(checkIn.booking()));
        }
    }

    /// Whether claim and fair time are those of the ground and of a booking that nobody has used.
    boolean isLawful(Event.TicketIssued ticket, Policy policy) {
        return ticket.checkIn().stream().allMatch(checkIn -> fits(checkIn, ticket))
                && ticket.claim().equals(claim(ticket, policy))
                && ticket.fair().equals(fair(ticket, ticket.credit(), policy));
    }

    private boolean fits(Event.CheckIn checkIn, Event.TicketIssued ticket) {
        var booking = made.get(checkIn.booking());
        return booking != null
                && !used.contains(checkIn.booking())
                && booking.slot().equals(checkIn.slot())
                && booking.group().equals(ticket.groups().getFirst());
    }

    private static boolean isInTime(Event.TicketIssued ticket, Policy policy) {
        return ticket.checkIn().stream()
                .anyMatch(c -> !c.slot().plus(policy.booking().late()).isBefore(ticket.arrival()));
    }

    private static Instant claim(Event.TicketIssued ticket, Policy policy) {
        if (!isInTime(ticket, policy)) {
            return ticket.arrival();
        }
        var from = ticket.checkIn().orElseThrow().slot().minus(policy.booking().early());
        return from.isAfter(ticket.arrival()) ? from : ticket.arrival();
    }

    /// @param credit of the ground, minutes
    static Instant fair(Event.TicketIssued ticket, int credit, Policy policy) {
        var byGround = ticket.arrival().minus(Duration.ofMinutes(credit));
        if (!isInTime(ticket, policy)) {
            return byGround;
        }
        var credited = Duration.ofMinutes(policy.booking().credit());
        var bySlot = ticket.checkIn().orElseThrow().slot().minus(credited);
        return bySlot.isBefore(byGround) ? bySlot : byGround;
    }
}
