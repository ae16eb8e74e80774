package kz.adalkezek.log;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Verification of RFC 8032 section 5.1.7 by the JDK, with the bound of S stated here as well.
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /// 2^252 + 27742317777372353535851937790883648493, RFC 8032 section 5.1.
    private static final BigInteger GROUP_ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private Ed25519() {}

    /// The key of these 32 bytes; nothing if they are not the one encoding of a point on the curve.
    static Optional<PublicKey> publicKey(byte[] key) {
        if (key.length != KEY_BYTES) {
            return Optional.empty();
        }
        var spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + KEY_BYTES);
        System.arraycopy(key, 0, spki, SPKI_PREFIX.length, KEY_BYTES);
        try {
            var parsed =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
            Signature.getInstance("Ed25519").initVerify(parsed);
            return Optional.of(parsed);
        } catch (InvalidKeySpecException | InvalidKeyException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw noEd25519(e);
        }
    }

    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        var s = littleEndian(Arrays.copyOfRange(signature, SIGNATURE_BYTES / 2, SIGNATURE_BYTES));
        // The same signature with S + L would verify as well: a second spelling, refused.
        if (s.compareTo(GROUP_ORDER) >= 0) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            // So the JDK answers for bytes that cannot be a signature, such as a point off the
            // curve.
            return false;
        } catch (GeneralSecurityException e) {
            throw noEd25519(e);
        }
    }

    private static BigInteger littleEndian(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }

    private static IllegalStateException noEd25519(GeneralSecurityException cause) {
        return new IllegalStateException("this Java cannot verify Ed25519", cause);
    }
}
