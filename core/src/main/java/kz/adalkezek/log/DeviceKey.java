package kz.adalkezek.log;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/// The public half of the Ed25519 key of a device, as the log names it. The device makes the pair
/// and keeps the other half. Two are equal when their texts are.
public final class DeviceKey {

    private static final int SIGNATURE_CHARS = 86;

    private final String text;

    /// Parsed once: it costs about as much as a signature.
    private final PublicKey key;

    /// @param text the 32 bytes of RFC 8032 section 5.1.5 as base64url, 43 characters
    /// @throws IllegalArgumentException unless the text is the one spelling of a key
    public DeviceKey(String text) {
        this.text = text;
        this.key =
                decoded(text)
                        .flatMap(Ed25519::publicKey)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "a key is the 43 characters of an Ed25519 public key in"
                                                + " base64url"));
    }

    public static DeviceKey of(byte[] key) {
        return new DeviceKey(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    public String text() {
        return text;
    }

    public byte[] bytes() {
        return decoded(text).orElseThrow();
    }

    /// Whether the signature, 64 bytes as base64url, is this key's over the message.
    public boolean signed(byte[] message, String signature) {
        return signature.length() == SIGNATURE_CHARS
                && decoded(signature)
                        .filter(bytes -> Ed25519.verify(key, message, bytes))
                        .isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceKey that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
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
