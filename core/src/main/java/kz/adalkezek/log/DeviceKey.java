package kz.adalkezek.log;

import java.util.Base64;
import java.util.Optional;

/// The public half of the Ed25519 key of a device, as the log names it. The device makes the pair
/// and keeps the other half.
///
/// @param text the 32 bytes of RFC 8032 section 5.1.5 as base64url, 43 characters
public record DeviceKey(String text) {

    private static final int SIGNATURE_CHARS = 86;

    /// @throws IllegalArgumentException unless the text is the one spelling of a key
    public DeviceKey {
        if (decoded(text).flatMap(Ed25519::publicKey).isEmpty()) {
            throw new IllegalArgumentException(
                    "a key is the 43 characters of an Ed25519 public key in base64url");
        }
    }

    public static DeviceKey of(byte[] key) {
        return new DeviceKey(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    public byte[] bytes() {
        return decoded(text).orElseThrow();
    }

    /// Whether the signature, 64 bytes as base64url, is this key's over the message.
    public boolean signed(byte[] message, String signature) {
        if (signature.length() != SIGNATURE_CHARS) {
            return false;
        }
        var key = Ed25519.publicKey(bytes()).orElseThrow();
        return decoded(signature).filter(bytes -> Ed25519.verify(key, message, bytes)).isPresent();
    }

    private static Optional<byte[]> decoded(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return again.equals(text) ? Optional.of(bytes) : Optional.empty();
    }
}
