package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What the law says of bookings, read a second time: which tickets may name one, and what claim
/// and fair time they then have. Shares no code with the rules.
final class BookedReading {

    private final Map<BookingId, Event.BookingMade> made = new HashMap<>();
    private final Set<BookingId> used = new HashSet<>();
    private LocalDate today = LocalDate.MIN;

    void read(Entry entry, SecondReading second) {
        switch (entry.event()) {
            case Event.DayOpened opened -> opened(opened);
            case Event.BookingMade booking -> {
                assertThat(booking.slot()).isAfterOrEqualTo(entry.at());
                assertThat(booking.day()).isAfterOrEqualTo(today);
                made.put(new BookingId(entry.index()), booking);
            }
            case Event.TicketIssued ticket -> {
                var policy =
                        second.policyAt(
                                ticket.offline().isPresent() ? ticket.arrival() : entry.at());
                assertThat(ticket.policy()).isEqualTo(policy.version());
                assertThat(ticket.claim()).isEqualTo(claim(ticket, policy));
                assertThat(ticket.fair()).isEqualTo(fair(ticket, ticket.credit(), policy));
                ticket.checkIn().ifPresent(checkIn -> uses(ticket, checkIn));
            }
            case Event.GroundNotShown(var visit, _, var fair) -> {
                var ticket = second.person(visit).ticket;
                assertThat(fair).isEqualTo(fair(ticket, 0, second.named(ticket.policy())));
            }
            default -> {}
        }
    }

    private void opened(Event.DayOpened opened) {
        today = opened.day();
        var left = new HashMap<BookingId, Instant>();
        made.forEach((id, booking) -> {
            if (!used.contains(id) && !booking.day().isBefore(today)) {
                left.put(id, booking.slot());
            }
        });
        var carried = new HashMap<BookingId, Instant>();
        for (var pair : opened.state().bookings().made()) {
            carried.put(pair.key(), pair.value().slot());
        }
        assertThat(carried).isEqualTo(left);
    }

    private void uses(Event.TicketIssued ticket, Event.CheckIn checkIn) {
        assertThat(made).containsKey(checkIn.booking());
        var booking = Objects.requireNonNull(made.get(checkIn.booking()));
        assertThat(used.add(checkIn.booking())).isTrue();
        assertThat(booking.day()).isEqualTo(today);
        assertThat(booking.slot()).isEqualTo(checkIn.slot());
        assertThat(booking.group()).isEqualTo(ticket.groups().getFirst());
    }

    private static boolean inTime(Event.TicketIssued ticket, Policy policy) {
        var latest = ticket.checkIn().map(c -> c.slot().plus(policy.booking().late()));
        return latest.isPresent() && ticket.arrival().compareTo(latest.get()) <= 0;
    }

    private static Instant claim(Event.TicketIssued ticket, Policy policy) {
        if (!inTime(ticket, policy)) {
            return ticket.arrival();
        }
        var earliest = ticket.checkIn().orElseThrow().slot().minus(policy.booking().early());
        return earliest.compareTo(ticket.arrival()) > 0 ? earliest : ticket.arrival();
    }

    private static Instant fair(Event.TicketIssued ticket, int credit, Policy policy) {
        long fair = ticket.arrival().toEpochMilli() - credit * 60_000L;
        if (inTime(ticket, policy)) {
            var bookings = Duration.ofMinutes(policy.booking().credit());
            var slot = ticket.checkIn().orElseThrow().slot();
            fair = Math.min(fair, slot.toEpochMilli() - bookings.toMillis());
        }
        return Instant.ofEpochMilli(fair);
    }
}
