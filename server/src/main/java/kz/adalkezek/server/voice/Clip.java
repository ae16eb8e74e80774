package kz.adalkezek.server.voice;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One recorded word, as a board gets it.
public final class Clip {

    private static final int TAG_BYTES = 12;

    private final byte[] bytes;
    private final Sound sound;

    /// @throws IllegalArgumentException where a board could not play it; the message says what to
    ///   do
    Clip(byte[] bytes) {
        this.bytes = bytes.clone();
        this.sound = Sound.of(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// The content type.
    public String type() {
        return sound.type();
    }

    int ms() {
        return sound.ms();
    }

    /// Changes with the bytes.
    public String tag() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
