package kz.adalkezek.server.branch;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.adalkezek.log.Commitment;
import kz.adalkezek.log.Hash;

/// What a ticket's commitment hides: known to the branch and to the holder of the receipt alone.
///
/// @param nonce 16 random bytes, the key of the commitment, base64url
/// @param ground code of the ground chosen, or empty
/// @param people for whom it is one errand, 1 or more
public record Opening(
        String nonce, List<String> services, String language, String ground, int people) {

    /// Of a command that commits to nothing.
    public static final Opening NONE = new Opening("", List.of(), "", "", 1);

    private static final int NONCE_BYTES = 16;
    private static final int TOKEN_BYTES = 16;
    private static final byte[] TOKEN_PREFIX = {'t', 'o', 'k', 'e', 'n'};

    public Opening {
        services = List.copyOf(services);
    }

    static Opening random(
            SecureRandom random,
            List<String> services,
            String language,
            String ground,
            int people) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Opening(base64url(nonce), services, language, ground, people);
    }

    public boolean isNone() {
        return nonce.isEmpty();
    }

    public byte[] nonceBytes() {
        return Base64.getUrlDecoder().decode(nonce);
    }

    public String commitment() {
        return Commitment.of(nonceBytes(), fields());
    }

    /// The secret name of the visit: base64url(SHA-256("token" || nonce)[0:16]).
    public String token() {
        var nonceBytes = nonceBytes();
        var text = Arrays.copyOf(TOKEN_PREFIX, TOKEN_PREFIX.length + nonceBytes.length);
        System.arraycopy(nonceBytes, 0, text, TOKEN_PREFIX.length, nonceBytes.length);
        return base64url(Arrays.copyOf(Hash.of(text).bytes(), TOKEN_BYTES));
    }

    /// As it stands in a private day.
    Map<String, Object> line() {
        var line = new TreeMap<String, Object>();
        line.put("nonce", nonce);
        line.put("services", services);
        line.put("language", language);
        line.put("ground", ground);
        line.put("people", (long) people);
        return line;
    }

    /// Nothing where the line does not hold all of an opening.
    static Optional<Opening> read(Map<String, Object> line) {
        return line.get("nonce") instanceof String nonce
                        && line.get("services") instanceof List<?> services
                        && line.get("language") instanceof String language
                        && line.get("ground") instanceof String ground
                ? Optional.of(
                        new Opening(
                                nonce,
                                services.stream().map(Object::toString).toList(),
                                language,
                                ground,
                                line.get("people") instanceof Long people
                                        ? Math.toIntExact(people)
                                        : 1))
                : Optional.empty();
    }

    private Map<String, Object> fields() {
        var fields = new TreeMap<String, Object>();
        fields.put("services", services);
        fields.put("language", language);
        if (!ground.isEmpty()) {
            fields.put("ground", ground);
        }
        if (people > 1) {
            fields.put("people", (long) people);
        }
        return fields;
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
