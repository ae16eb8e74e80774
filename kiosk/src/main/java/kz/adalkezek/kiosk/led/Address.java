package kz.adalkezek.kiosk.led;

import java.util.Optional;
import java.util.regex.Pattern;

/// How a board on a line is addressed: the two characters that are set on the unit. `00`, which is
/// every board at once, names none.
public record Address(String digits) {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{2}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-F]{2}");
    private static final String ALL = "00";

    /// @throws IllegalArgumentException if no protocol has such an address
    public Address {
        if (!HEXADECIMAL.matcher(digits).matches() || digits.equals(ALL)) {
            throw new IllegalArgumentException("an address is 01 to FF but was " + digits);
        }
    }

    /// Nothing where boards of this protocol cannot have it.
    public static Optional<Address> parse(String text, Protocol protocol) {
        var form =
                switch (protocol) {
                    case STX -> DECIMAL;
                    case ALPHA -> HEXADECIMAL;
                };
        return form.matcher(text).matches() && !text.equals(ALL)
                ? Optional.of(new Address(text))
                : Optional.empty();
    }
}
