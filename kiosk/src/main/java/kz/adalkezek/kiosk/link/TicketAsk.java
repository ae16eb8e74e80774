package kz.adalkezek.kiosk.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a citizen wants. Sent again it must be the same to the letter, or the branch takes it for
/// another command under a used id.
///
/// @param services codes, in the order of the wish; none for what was booked
/// @param language `kk`, `ru` or `en`
/// @param booking the code of a booking
/// @param touched whole milliseconds
public record TicketAsk(
        List<String> services,
        String language,
        Optional<String> ground,
        Optional<String> booking,
        Instant touched) {

    public TicketAsk {
        services = List.copyOf(services);
    }
}
