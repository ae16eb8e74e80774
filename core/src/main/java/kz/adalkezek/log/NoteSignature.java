package kz.adalkezek.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One signature line of a note: `— name base64(key id || payload)`. The payload is the signature,
/// or what the key's type makes of it; its form is judged by the key that knows it.
public final class NoteSignature {

    private static final String DASH = "\u2014 ";

    private final String name;
    private final KeyId keyId;
    private final byte[] payload;

    /// @throws IllegalArgumentException if the name is no key name or the payload is empty
    public NoteSignature(String name, KeyId keyId, byte[] payload) {
        if (payload.length == 0) {
            throw new IllegalArgumentException("a signature has at least one byte");
        }
        this.name = StrictText.requireKeyName(name);
        this.keyId = keyId;
        this.payload = payload.clone();
    }

    /// Takes exactly the lines that [#line] writes.
    public static Optional<NoteSignature> parse(String line) {
        if (!line.startsWith(DASH)) {
            return Optional.empty();
        }
        int space = line.indexOf(' ', DASH.length());
        if (space < 0) {
            return Optional.empty();
        }
        var name = line.substring(DASH.length(), space);
        return CanonicalBase64.decode(line.substring(space + 1))
                .filter(bytes -> bytes.length > KeyId.BYTES && StrictText.isKeyName(name))
                .map(bytes ->
                        new NoteSignature(
                                name,
                                new KeyId(ByteBuffer.wrap(bytes).getInt()),
                                Arrays.copyOfRange(bytes, KeyId.BYTES, bytes.length)));
    }

    public String name() {
        return name;
    }

    public KeyId keyId() {
        return keyId;
    }

    public byte[] payload() {
        return payload.clone();
    }

    /// The line without its newline.
    public String line() {
        var bytes =
                ByteBuffer.allocate(KeyId.BYTES + payload.length)
                        .putInt(keyId.value())
                        .put(payload)
                        .array();
        return DASH + name + " " + CanonicalBase64.encode(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteSignature signature
                && name.equals(signature.name)
                && keyId.equals(signature.keyId)
                && Arrays.equals(payload, signature.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId, Arrays.hashCode(payload));
    }

    @Override
    public String toString() {
        return line();
    }
}
