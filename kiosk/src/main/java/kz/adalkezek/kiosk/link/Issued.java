package kz.adalkezek.kiosk.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.TicketNumber;

/// A ticket as the branch issued it.
///
/// @param ahead people who would be called before
/// @param receipt a URL whose fragment is the receipt's digits
/// @param services what it is for, where the branch says so: it does for a booking
public record Issued(
        TicketNumber number, long ahead, Expected expected, String receipt, List<String> services) {

    private static final int NUMBER_MAX_CHARS = 6;
    private static final int AHEAD_MAX = 99_999;
    private static final int SERVICES_MAX = 12;
    private static final int CODE_MAX_CHARS = 40;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,39}");

    /// The longest address that a ticket carries, with the longest receipt behind it.
    private static final int RECEIPT_MAX_CHARS = 200 + Receipt.MAX_DIGITS;

    /// @throws IllegalArgumentException if the receipt is none, or a service no code
    public Issued {
        services = List.copyOf(services);
        if (!services.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw new IllegalArgumentException("the services are no codes");
        }
        var digits = receipt.substring(receipt.indexOf('#') + 1);
        if (!(Receipt.fromDigits(digits) instanceof Receipt.Decoded.Read)) {
            throw new IllegalArgumentException("the receipt is none");
        }
    }

    /// For whoever chose the services at this kiosk.
    public Issued(TicketNumber number, long ahead, Expected expected, String receipt) {
        this(number, ahead, expected, receipt, List.of());
    }

    /// The secret name of the visit.
    public String token() {
        var digits = receipt.substring(receipt.indexOf('#') + 1);
        if (Receipt.fromDigits(digits) instanceof Receipt.Decoded.Read(var read)) {
            return VisitToken.of(read);
        }
        throw new IllegalStateException("the receipt was one when this was made");
    }

    /// As the branch has signed it; only the full form of a receipt tells.
    public Optional<Instant> arrival() {
        var digits = receipt.substring(receipt.indexOf('#') + 1);
        return Receipt.fromDigits(digits) instanceof Receipt.Decoded.Read(var read)
                ? read.entry().map(EventCodec::decode).flatMap(Issued::arrival)
                : Optional.empty();
    }

    private static Optional<Instant> arrival(Entry entry) {
        return entry.event() instanceof Event.TicketIssued ticket
                ? Optional.of(ticket.arrival())
                : Optional.empty();
    }

    static Issued of(Reading ticket) throws StrangeAnswerException {
        try {
            return new Issued(
                    TicketNumber.parse(ticket.text("number", NUMBER_MAX_CHARS)),
                    ticket.number("ahead", AHEAD_MAX),
                    Expected.of(ticket.object("wait")),
                    ticket.text("receipt", RECEIPT_MAX_CHARS),
                    ticket.textsIfAny("services", SERVICES_MAX, CODE_MAX_CHARS));
        } catch (IllegalArgumentException e) {
            throw new StrangeAnswerException(String.valueOf(e.getMessage()));
        }
    }

    /// Reads what [#of] would have read from the branch.
    ///
    /// @throws IllegalArgumentException if it is no such ticket
    public static Issued parse(byte[] json) {
        try {
            return of(Reading.of(json));
        } catch (StrangeAnswerException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
