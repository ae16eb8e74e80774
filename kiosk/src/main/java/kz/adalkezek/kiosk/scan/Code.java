package kz.adalkezek.kiosk.scan;

import java.util.Locale;
import java.util.regex.Pattern;
import kz.adalkezek.kiosk.link.VisitToken;
import kz.adalkezek.log.Receipt;

/// What a code is for, by its form alone; whether it is true, the branch says.
sealed interface Code {

    /// @param code ten characters of a booking, as the branch reads them
    record Booking(String code) implements Code {}

    /// @param token the secret name of a visit
    record Visit(String token) implements Code {}

    record Unknown() implements Code {}

    Pattern SEPARATORS = Pattern.compile("[ -]");
    Pattern BOOKING = Pattern.compile("[0-9A-Z]{10}");
    Pattern TOKEN_AT_THE_END = Pattern.compile(".*/t/([A-Za-z0-9_-]{22})");

    /// A ticket carries its receipt behind a `#`, as digits; the token follows from its nonce.
    static Code of(String scanned) {
        int hash = scanned.indexOf('#');
        if (hash >= 0) {
            return Receipt.fromDigits(scanned.substring(hash + 1))
                            instanceof Receipt.Decoded.Read(var receipt)
                    ? new Visit(VisitToken.of(receipt))
                    : new Unknown();
        }
        var page = TOKEN_AT_THE_END.matcher(scanned);
        if (page.matches()) {
            return new Visit(page.group(1));
        }
        var code = SEPARATORS.matcher(scanned).replaceAll("").toUpperCase(Locale.ROOT);
        return BOOKING.matcher(code).matches() ? new Booking(code) : new Unknown();
    }
}
