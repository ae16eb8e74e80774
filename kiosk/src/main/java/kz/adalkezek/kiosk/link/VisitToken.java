package kz.adalkezek.kiosk.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.Receipt;

/// The secret name of a visit, which whoever holds its receipt can compute.
public final class VisitToken {

    private static final byte[] PREFIX = "token".getBytes(US_ASCII);
    private static final int BYTES = 16;

    private VisitToken() {}

    /// base64url(SHA-256("token" || nonce)[0:16]).
    public static String of(Receipt receipt) {
        byte[] nonce = receipt.nonce();
        byte[] text = Arrays.copyOf(PREFIX, PREFIX.length + nonce.length);
        System.arraycopy(nonce, 0, text, PREFIX.length, nonce.length);
        byte[] name = Arrays.copyOf(Hash.of(text).bytes(), BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }
}
