package kz.adalkezek.server.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A secret of 256 random bits that its holder shows; the database keeps its hash alone, so that a
/// copy of the database lets nobody in. No salt and no slow hash: there is nothing to guess.
public record Token(String value) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static Token random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static boolean isToken(String text) {
        return FORM.matcher(text).matches();
    }

    /// SHA-256 in hex. Comparing hashes tells nothing about a token by its time, because nobody can
    /// choose a token whose hash begins as they like.
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /// Takes the same time wherever two hashes differ.
    static boolean same(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    @Override
    public String toString() {
        return "Token[secret]";
    }
}
