package kz.adalkezek.server.branch;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.log.Commitment;

/// What a desk adds to a visit and the log only commits to, under a key of its own: the nonce on
/// the receipt opens the ticket, and gives none of these.
///
/// @param key 32 random bytes, base64url
/// @param value code of the catalogue, or for [Kind#OTHER] the clerk's own words
public record Annex(String key, Kind kind, String value) {

    /// What is committed to: the name of the member, in lower case.
    public enum Kind {
        SERVICE,
        DOCUMENT,
        OTHER;

        String member() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Of a command that adds nothing.
    public static final Annex NONE = new Annex("", Kind.OTHER, "");

    private static final int KEY_BYTES = 32;

    static Annex random(SecureRandom random, Kind kind, String value) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new Annex(Base64.getUrlEncoder().withoutPadding().encodeToString(key), kind, value);
    }

    public boolean isNone() {
        return key.isEmpty();
    }

    public String commitment() {
        return Commitment.of(Base64.getUrlDecoder().decode(key), Map.of(kind.member(), value));
    }

    /// As it stands in a private day.
    Map<String, Object> line() {
        return Map.of("key", key, kind.member(), value);
    }

    /// Nothing where the line does not hold all of one.
    static Optional<Annex> read(Map<String, Object> line) {
        for (var kind : Kind.values()) {
            if (line.get("key") instanceof String key
                    && line.get(kind.member()) instanceof String value) {
                return Optional.of(new Annex(key, kind, value));
            }
        }
        return Optional.empty();
    }
}
