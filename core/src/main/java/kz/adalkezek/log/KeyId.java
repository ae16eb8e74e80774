package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Which key of a name has signed: the first 4 bytes of a hash over name, type and public key (C2SP
/// signed-note). An identifier, not a proof: anybody can find a key with the same one.
public record KeyId(int value) {

    public static final int BYTES = 4;

    public static KeyId of(String name, KeyType type, byte[] publicKey) {
        var hashed = new ByteArrayOutputStream();
        hashed.writeBytes(name.getBytes(UTF_8));
        hashed.write('\n');
        hashed.write(type.code());
        hashed.writeBytes(publicKey);
        return new KeyId(ByteBuffer.wrap(Hash.of(hashed.toByteArray()).bytes()).getInt());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putInt(value).array();
    }

    /// Eight lower-case digits.
    public String hex() {
        return HexFormat.of().toHexDigits(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
