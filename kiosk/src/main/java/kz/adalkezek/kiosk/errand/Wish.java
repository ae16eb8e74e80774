package kz.adalkezek.kiosk.errand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.adalkezek.kiosk.link.TicketAsk;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Ticket;

/// What a citizen chose on the touch page. Whether the branch offers it, the branch says.
///
/// @param services codes, 1 to 12
/// @param ground the code of a ground for an earlier call
public record Wish(List<String> services, Language language, Optional<String> ground) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,39}");

    /// @throws IllegalArgumentException naming the member that is wrong
    public Wish {
        services = List.copyOf(services);
        boolean some = !services.isEmpty() && services.size() <= Ticket.MOST_SERVICES;
        if (!some || !services.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw new IllegalArgumentException("services");
        }
        if (!ground.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw new IllegalArgumentException("ground");
        }
    }

    TicketAsk asked(Instant touched) {
        return new TicketAsk(services, language.tag(), ground, touched);
    }
}
