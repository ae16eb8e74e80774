package kz.adalkezek.queue;

import java.util.UUID;

/// The name that a client gives to its command before the first send, so that a command sent twice
/// happens once.
public record RequestId(UUID value) implements Comparable<RequestId> {

    private static final int TEXT_LENGTH = 36;

    /// Reads the canonical form: 36 characters, lower case.
    ///
    /// @throws IllegalArgumentException for any other form, because one id must have one form
    public static RequestId parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("a request id is a UUID of 36 characters");
        }
        var value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("a request id is a UUID in lower case");
        }
        return new RequestId(value);
    }

    @Override
    public int compareTo(RequestId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
