package kz.adalkezek.queue;

import java.util.regex.Pattern;

/// A group: services that are called as one queue. The law sees groups, never services.
public record GroupCode(String value) implements Comparable<GroupCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{0,15}");

    public GroupCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a group is 1 to 16 of A-Z, 0-9 and -, beginning with a letter");
        }
    }

    @Override
    public int compareTo(GroupCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
