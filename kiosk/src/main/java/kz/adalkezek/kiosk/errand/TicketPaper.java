package kz.adalkezek.kiosk.errand;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.link.Offer;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Paper;
import kz.adalkezek.kiosk.print.Ticket;
import kz.adalkezek.kiosk.print.TicketPress;
import kz.adalkezek.kiosk.print.Wait;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.queue.TicketNumber;

/// Makes the bytes of a ticket from what the branch issued and what it offers. Safe for several
/// threads, which take turns.
public final class TicketPaper {

    private final TicketPress press;
    private final boolean branchTime;

    /// For a printer of which nothing is known but its paper.
    public TicketPaper(Paper paper) {
        this(new TicketPress(paper), false);
    }

    /// @param branchTime whether the paper tells the arrival that the branch has signed, and not
    ///   when this machine was touched
    public TicketPaper(TicketPress press, boolean branchTime) {
        this.branchTime = branchTime;
        this.press = press;
    }

    /// Presses a ticket that nobody gets: the first one takes more than a second, because the
    /// machinery of drawing is loaded with it.
    public void warmUp() {
        byte[] receipt = new byte[Receipt.SHORT_BYTES];
        receipt[0] = Receipt.SHORT_VERSION;
        if (!(Receipt.decode(receipt) instanceof Receipt.Decoded.Read(var sample))) {
            throw new AssertionError("a short receipt that is none");
        }
        press(
                new Ticket(
                        new TicketNumber('A', 1),
                        Language.KK,
                        "Ә",
                        List.of("Ә"),
                        List.of(),
                        LocalDateTime.of(2026, 1, 1, 0, 0),
                        new Ticket.Origin.Branch(
                                1,
                                new Wait(Duration.ZERO, Duration.ZERO, false),
                                "https://localhost/t#",
                                sample),
                        true,
                        false));
    }

    /// A ticket that the branch has issued.
    ///
    /// @throws IllegalArgumentException if a name has a character that the font cannot draw
    byte[] press(Wish wish, Instant touched, Issued issued, Offer offer, boolean copy) {
        var arrival = branchTime ? issued.arrival().orElse(touched) : touched;
        var expected = issued.expected();
        var origin =
                new Ticket.Origin.Branch(
                        Math.toIntExact(issued.ahead()),
                        new Wait(
                                Duration.ofSeconds(expected.p50()),
                                Duration.ofSeconds(expected.p90()),
                                expected.learned()),
                        Ticket.pageOf(issued.receipt()),
                        Ticket.receiptOf(issued.receipt()));
        return press(
                ticket(wish.completedBy(issued), arrival, issued.number(), origin, offer, copy));
    }

    /// A ticket that this kiosk has issued from its leased numbers while the branch did not answer.
    /// It says so, and that the order is kept from the touch.
    ///
    /// @param address of the ticket's own page: the branch's public address, `/t/`, and the token
    /// @throws IllegalArgumentException if a name has a character that the font cannot draw
    byte[] pressOffline(
            Wish wish,
            Instant touched,
            TicketNumber number,
            String address,
            Offer offer,
            boolean copy) {
        var origin = new Ticket.Origin.Kiosk(address);
        return press(ticket(wish, touched, number, origin, offer, copy));
    }

    private static Ticket ticket(
            Wish wish,
            Instant arrival,
            TicketNumber number,
            Ticket.Origin origin,
            Offer offer,
            boolean copy) {
        var language = wish.language().tag();
        var services = new ArrayList<String>();
        var groups = new LinkedHashSet<String>();
        for (var code : wish.services()) {
            var service = offer.services().get(code);
            // It was offered a moment ago, so the code is still true.
            services.add(service == null ? code : service.name().in(language));
            if (service != null) {
                groups.add(service.group().in(language));
            }
        }
        return new Ticket(
                number,
                wish.language(),
                offer.branch().in(language),
                services,
                List.copyOf(groups),
                arrival.atZone(offer.zone()).toLocalDateTime(),
                origin,
                wish.ground().isPresent(),
                copy);
    }

    private synchronized byte[] press(Ticket ticket) {
        return press.press(ticket);
    }
}
