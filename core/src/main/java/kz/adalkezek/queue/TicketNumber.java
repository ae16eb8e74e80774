package kz.adalkezek.queue;

import java.util.regex.Pattern;

/// What a citizen reads on paper and on the board, such as `K047`; `K1000` follows `K999`. It
/// restarts every business day, so it names a visit to people and never to the program; the program
/// uses [VisitId].
public record TicketNumber(char letter, int ordinal) implements Comparable<TicketNumber> {

    public static final int LAST_ORDINAL = 99_999;

    private static final int DIGITS_MIN = 3;

    private static final Pattern FORM = Pattern.compile("[A-Z]([0-9]{3}|[1-9][0-9]{3,4})");

    public TicketNumber {
        if (!isLetter(letter)) {
            throw new IllegalArgumentException("a letter is A to Z but was " + letter);
        }
        if (ordinal < 1 || ordinal > LAST_ORDINAL) {
            throw new IllegalArgumentException("an ordinal is 1 to 99999 but was " + ordinal);
        }
    }

    static boolean isLetter(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    public static TicketNumber parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a ticket number looks like K047");
        }
        return new TicketNumber(text.charAt(0), Integer.parseInt(text.substring(1)));
    }

    @Override
    public int compareTo(TicketNumber other) {
        return letter != other.letter
                ? Character.compare(letter, other.letter)
                : Integer.compare(ordinal, other.ordinal);
    }

    @Override
    public String toString() {
        var digits = Integer.toString(ordinal);
        return letter + "0".repeat(Math.max(0, DIGITS_MIN - digits.length())) + digits;
    }
}
