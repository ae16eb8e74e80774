package kz.adalkezek.log;

import java.util.Base64;
import java.util.Optional;

/// Base64 of RFC 4648 section 4 with padding, in its one canonical form. Java's decoder forgives
/// missing padding and stray last bits; a second spelling of the same bytes is refused here.
final class CanonicalBase64 {

    private CanonicalBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Optional<byte[]> decode(String text) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return encode(decoded).equals(text) ? Optional.of(decoded) : Optional.empty();
    }
}
