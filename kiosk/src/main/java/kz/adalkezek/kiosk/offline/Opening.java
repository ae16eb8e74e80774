package kz.adalkezek.kiosk.offline;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kz.adalkezek.log.Commitment;
import kz.adalkezek.log.Hash;

/// What the commitment of a ticket hides. The kiosk draws the nonce, because the token on the paper
/// comes from it.
///
/// @param nonce 16 random bytes, base64url
/// @param services codes, in the order of the wish
/// @param language `kk`, `ru` or `en`
public record Opening(
        String nonce, List<String> services, String language, Optional<String> ground) {

    private static final int NONCE_BYTES = 16;
    private static final int TOKEN_BYTES = 16;
    private static final byte[] TOKEN_PREFIX = {'t', 'o', 'k', 'e', 'n'};

    /// @throws IllegalArgumentException if the nonce is none
    public Opening {
        services = List.copyOf(services);
        byte[] bytes = Base64.getUrlDecoder().decode(nonce);
        if (bytes.length != NONCE_BYTES || !base64url(bytes).equals(nonce)) {
            throw new IllegalArgumentException("a nonce is 16 bytes in base64url");
        }
    }

    static Opening random(
            SecureRandom random, List<String> services, String language, Optional<String> ground) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Opening(base64url(nonce), services, language, ground);
    }

    /// What stands in the log (`docs/events.md`, `ticket.issued`).
    String commitment() {
        var fields = new TreeMap<String, Object>();
        fields.put("services", services);
        fields.put("language", language);
        ground.ifPresent(code -> fields.put("ground", code));
        return Commitment.of(Base64.getUrlDecoder().decode(nonce), fields);
    }

    /// The secret name of the visit: base64url(SHA-256("token" || nonce)[0:16]).
    String token() {
        byte[] key = Base64.getUrlDecoder().decode(nonce);
        byte[] text = Arrays.copyOf(TOKEN_PREFIX, TOKEN_PREFIX.length + key.length);
        System.arraycopy(key, 0, text, TOKEN_PREFIX.length, key.length);
        return base64url(Arrays.copyOf(Hash.of(text).bytes(), TOKEN_BYTES));
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
