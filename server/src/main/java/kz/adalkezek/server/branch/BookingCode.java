package kz.adalkezek.server.branch;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What somebody who has booked keeps and types in: 10 characters of Crockford's base 32, which has
/// no `I`, `L`, `O` and `U`, so 50 random bits.
final class BookingCode {

    static final int LENGTH = 10;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// What people type for another character: letters that look like digits, and Cyrillic ones
    /// that look like Latin ones.
    private static final Map<Character, Character> LOOKS_LIKE =
            Map.ofEntries(
                    Map.entry('I', '1'),
                    Map.entry('L', '1'),
                    Map.entry('O', '0'),
                    Map.entry('І', '1'),
                    Map.entry('О', '0'),
                    Map.entry('А', 'A'),
                    Map.entry('В', 'B'),
                    Map.entry('Е', 'E'),
                    Map.entry('К', 'K'),
                    Map.entry('М', 'M'),
                    Map.entry('Н', 'H'),
                    Map.entry('Р', 'P'),
                    Map.entry('С', 'C'),
                    Map.entry('Т', 'T'),
                    Map.entry('Х', 'X'));

    private BookingCode() {}

    static String random(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /// As people read it: two groups of five.
    static String shown(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /// As it was typed, with spaces and hyphens wherever, in either case.
    static Optional<String> read(String typed) {
        var code = new StringBuilder();
        for (char one : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            char meant = LOOKS_LIKE.getOrDefault(one, one);
            if (ALPHABET.indexOf(meant) >= 0) {
                code.append(meant);
            } else if (meant != ' ' && meant != '-') {
                return Optional.empty();
            }
        }
        return code.length() == LENGTH ? Optional.of(code.toString()) : Optional.empty();
    }
}
