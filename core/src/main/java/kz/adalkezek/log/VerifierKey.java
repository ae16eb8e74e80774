package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A public key under its name, the `vkey` of C2SP signed-note: name, key id, and type with key,
/// joined by `+`.
public final class VerifierKey {

    private final String name;
    private final KeyType type;
    private final byte[] key;
    private final KeyId keyId;
    private final PublicKey publicKey;

    private VerifierKey(String name, KeyType type, byte[] key, PublicKey publicKey) {
        this.name = name;
        this.type = type;
        this.key = key;
        this.keyId = KeyId.of(name, type, key);
        this.publicKey = publicKey;
    }

    /// The key of these 32 bytes under that name.
    ///
    /// @throws IllegalArgumentException if the name or the key cannot be one
    public static VerifierKey of(String name, KeyType type, byte[] publicKey) {
        var parsed =
                Ed25519.publicKey(publicKey)
                        .orElseThrow(() -> new IllegalArgumentException("not a key of Ed25519"));
        return new VerifierKey(StrictText.requireKeyName(name), type, publicKey.clone(), parsed);
    }

    /// Takes exactly what [#format] writes: canonical base64, the right key id in lower case, one
    /// of the known types.
    public static Optional<VerifierKey> parse(String vkey) {
        int first = vkey.indexOf('+');
        int second = vkey.indexOf('+', first + 1);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        var name = vkey.substring(0, first);
        return CanonicalBase64.decode(vkey.substring(second + 1))
                .filter(bytes -> bytes.length > 1 && StrictText.isKeyName(name))
                .flatMap(bytes -> ofTyped(name, bytes))
                .filter(key -> key.format().equals(vkey));
    }

    private static Optional<VerifierKey> ofTyped(String name, byte[] typeAndKey) {
        var key = Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length);
        return KeyType.ofCode(typeAndKey[0])
                .flatMap(type ->
                        Ed25519.publicKey(key)
                                .map(parsed -> new VerifierKey(name, type, key, parsed)));
    }

    public String format() {
        var typeAndKey = new byte[1 + key.length];
        typeAndKey[0] = type.code();
        System.arraycopy(key, 0, typeAndKey, 1, key.length);
        return name + "+" + keyId.hex() + "+" + CanonicalBase64.encode(typeAndKey);
    }

    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    public KeyId keyId() {
        return keyId;
    }

    /// The 32 bytes of RFC 8032.
    public byte[] publicKey() {
        return key.clone();
    }

    /// Whether these 64 bytes are this key's signature over exactly this message.
    public boolean verify(byte[] message, byte[] signature) {
        return Ed25519.verify(publicKey, message, signature);
    }

    /// Whether the line is this key's signature over a note's text, in the way of the key's type.
    public boolean verify(String text, NoteSignature line) {
        if (!claims(line)) {
            return false;
        }
        return switch (type) {
            case NOTE -> verify(text.getBytes(UTF_8), line.payload());
            case COSIGNATURE ->
                    Cosignature.parse(line)
                            .filter(cosignature -> cosignature.verify(this, text))
                            .isPresent();
        };
    }

    /// Whether the line says that it is by this key; name and id together decide.
    boolean claims(NoteSignature line) {
        return name.equals(line.name()) && keyId.equals(line.keyId());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey verifier
                && name.equals(verifier.name)
                && type == verifier.type
                && Arrays.equals(key, verifier.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId);
    }

    @Override
    public String toString() {
        return format();
    }
}
