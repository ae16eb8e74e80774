package kz.adalkezek.kiosk.errand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.link.TicketAsk;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Ticket;

/// What a citizen chose on the touch page. Whether the branch offers it, the branch says.
///
/// @param services codes, 1 to 12; none for what was booked
/// @param ground the code of a ground for an earlier call
/// @param booking the code of a booking, as the branch has given it
public record Wish(
        List<String> services,
        Language language,
        Optional<String> ground,
        Optional<String> booking) {

    private static final Pattern BOOKING = Pattern.compile("[0-9A-Z]{10}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,39}");

    /// @throws IllegalArgumentException naming the member that is wrong
    public Wish {
        services = List.copyOf(services);
        boolean some =
                (!services.isEmpty() || booking.isPresent())
                        && services.size() <= Ticket.MOST_SERVICES;
        if (!some || !services.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw new IllegalArgumentException("services");
        }
        if (!ground.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw new IllegalArgumentException("ground");
        }
        if (!booking.stream().allMatch(code -> BOOKING.matcher(code).matches())) {
            throw new IllegalArgumentException("booking");
        }
    }

    public Wish(List<String> services, Language language, Optional<String> ground) {
        this(services, language, ground, Optional.empty());
    }

    /// With the services that were booked, where nobody has chosen any here.
    Wish completedBy(Issued issued) {
        return services.isEmpty() && !issued.services().isEmpty()
                ? new Wish(issued.services(), language, ground, booking)
                : this;
    }

    TicketAsk asked(Instant touched) {
        return new TicketAsk(services, language.tag(), ground, booking, touched);
    }
}
