package kz.adalkezek.server.branch;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.log.Commitment;

/// What the commitment of a booking hides: known to the branch and to whoever has booked.
///
/// @param key 32 random bytes, base64url
/// @param code 10 characters, see [#shown]
/// @param service code of the catalogue
public record Reservation(String key, String code, String service) {

    /// Of a command that books nothing.
    public static final Reservation NONE = new Reservation("", "", "");

    private static final int KEY_BYTES = 32;

    static Reservation random(SecureRandom random, String service) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        return new Reservation(text, BookingCode.random(random), service);
    }

    public boolean isNone() {
        return key.isEmpty();
    }

    /// The code as people read it, such as `7K2MQ-X4R9T`.
    public String shown() {
        return BookingCode.shown(code);
    }

    public String commitment() {
        var fields = Map.of("code", code, "service", service);
        return Commitment.of(Base64.getUrlDecoder().decode(key), fields);
    }

    /// As it stands in the private day of the slot.
    ///
    /// @param record log index of its `booking.made`
    Map<String, Object> line(long record) {
        return Map.of("record", record, "key", key, "code", code, "service", service);
    }

    /// Nothing where the line does not hold all of it.
    static Optional<Reservation> read(Map<String, Object> line) {
        return line.get("key") instanceof String key
                        && line.get("code") instanceof String code
                        && line.get("service") instanceof String service
                ? Optional.of(new Reservation(key, code, service))
                : Optional.empty();
    }
}
