package kz.adalkezek.server.branch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.adalkezek.queue.Actor;

/// The names of the staff on one day: HMAC-SHA256 of the account under the key of the day. Once
/// that key is erased, nobody can link a name to a person or to the day before.
///
/// @param key 32 random bytes, base64url
record Pseudonyms(String key) {

    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 5;
    private static final String HMAC = "HmacSHA256";

    static Pseudonyms random(SecureRandom random) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return new Pseudonyms(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    Actor of(String account) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(key), HMAC));
            var hash = mac.doFinal(account.getBytes(UTF_8));
            return new Actor.Operator("o-" + HexFormat.of().formatHex(hash, 0, NAME_BYTES));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform must provide " + HMAC, e);
        }
    }
}
