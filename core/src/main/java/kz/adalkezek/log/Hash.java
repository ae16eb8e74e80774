package kz.adalkezek.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A SHA-256 hash: 32 bytes that never change. The prefixes of RFC 6962 section 2.1 keep a leaf
/// from passing for a node.
public final class Hash {

    public static final int BYTES = 32;

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    // One digest a thread: making one anew costs about as much as hashing a node.
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::sha256);

    /// The root of a tree without leaves, SHA-256 of nothing (RFC 6962 section 2.1).
    public static final Hash EMPTY_TREE = of(new byte[0]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The leaf hash of an entry, over the bytes as they are stored.
    public static Hash leaf(byte[] entry) {
        var digest = SHA_256.get();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    public static Hash node(Hash left, Hash right) {
        var pair = new byte[1 + 2 * BYTES];
        pair[0] = NODE;
        left.copyTo(pair, 1);
        right.copyTo(pair, 1 + BYTES);
        return new Hash(SHA_256.get().digest(pair));
    }

    /// Plain SHA-256 of the data, without a prefix.
    public static Hash of(byte[] data) {
        return new Hash(SHA_256.get().digest(data));
    }

    /// The hash that these bytes are.
    ///
    /// @throws IllegalArgumentException unless there are exactly 32 bytes
    public static Hash fromBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes but was " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /// The 32 bytes that begin at `offset`.
    ///
    /// @throws IndexOutOfBoundsException if there are fewer
    public static Hash fromBytes(byte[] bytes, int offset) {
        Objects.checkFromIndexSize(offset, BYTES, bytes.length);
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /// Takes only canonical base64 (RFC 4648 section 4 with padding) of 32 bytes.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Hash fromBase64(String text) {
        return parseBase64(text)
                .orElseThrow(() -> new IllegalArgumentException("not 32 bytes of base64: " + text));
    }

    /// As [#fromBase64], for text from outside.
    public static Optional<Hash> parseBase64(String text) {
        return CanonicalBase64.decode(text)
                .filter(decoded -> decoded.length == BYTES)
                .map(Hash::new);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    public String base64() {
        return CanonicalBase64.encode(bytes);
    }

    /// Lower case.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must provide SHA-256", e);
        }
    }
}
