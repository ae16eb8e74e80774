package kz.adalkezek.log;

import java.util.Arrays;
import java.util.Optional;

/// What a key signs, as the type byte of C2SP signed-note says it. Keys of other types are not
/// known here, and their signatures are left alone.
public enum KeyType {
    /// Ed25519 over the note's text: the log itself.
    NOTE(0x01),
    /// Ed25519 over time and text: a witness, see [Cosignature].
    COSIGNATURE(0x04);

    private final byte code;

    KeyType(int code) {
        this.code = (byte) code;
    }

    public byte code() {
        return code;
    }

    static Optional<KeyType> ofCode(byte code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
