package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What stands in the log for personal fields: HMAC-SHA-256 over their canonical JSON with a key of
/// the record's own. Without the key it is noise, and erasing the key makes it noise for ever.
public final class Commitment {

    /// The 16 random bytes of a receipt are the shortest key in use; other records have 32.
    public static final int KEY_MIN_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private Commitment() {}

    /// The commitment in base64url without padding, 43 characters.
    ///
    /// @param key random bytes of this record alone, at least 16
    public static String of(byte[] key, Map<String, ?> fields) {
        if (key.length < KEY_MIN_BYTES) {
            throw new IllegalArgumentException("a key has 16 bytes or more but was " + key.length);
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] commitment = mac.doFinal(CanonicalJson.write(fields));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(commitment);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /// Whether key and fields are what was committed to.
    public static boolean opens(String commitment, byte[] key, Map<String, ?> fields) {
        return MessageDigest.isEqual(
                commitment.getBytes(US_ASCII), of(key, fields).getBytes(US_ASCII));
    }
}
