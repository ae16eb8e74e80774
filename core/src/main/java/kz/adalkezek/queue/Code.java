package kz.adalkezek.queue;

import java.util.regex.Pattern;

/// A closed code of the policy: a reason or an outcome. Free text never enters the log.
public record Code(String value) implements Comparable<Code> {

    private static final Pattern FORM = Pattern.compile("|[a-z][a-z0-9-]{0,39}");

    /// No code was given; the key is left out of the event.
    public static final Code NONE = new Code("");

    public Code {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a code is 1 to 40 of a-z, 0-9 and -, beginning with a letter");
        }
    }

    public boolean isNone() {
        return value.isEmpty();
    }

    @Override
    public int compareTo(Code other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
