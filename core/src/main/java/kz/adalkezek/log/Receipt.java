package kz.adalkezek.log;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The QR code of a ticket: the log's signature over the checkpoint that covers it, in the short
/// form of 127 bytes, or full with the entry itself and its path, so that a phone without a network
/// can check the printed number and time.
///
/// ```
/// short: 0x01 | key id 4 | index 5 | tree size 5 | nonce 16 | root 32 | signature 64
/// full:  0x02 | the same 126 bytes | entry length 2 | entry | 32 bytes a hash of the path
/// ```
public final class Receipt {

    public static final byte SHORT_VERSION = 0x01;
    public static final byte FULL_VERSION = 0x02;
    public static final int SHORT_BYTES = 127;
    public static final int NONCE_BYTES = 16;

    /// The largest index and tree size that five bytes hold.
    public static final long MAX_SIZE = (1L << 40) - 1;

    /// No tree of that size has a longer path.
    public static final int MAX_PATH = 40;

    /// The digits of the longest full form: the largest entry and the longest path.
    public static final int MAX_DIGITS = 161_216;

    private static final int INDEX_AT = 5;
    private static final int SIZE_AT = 10;
    private static final int NONCE_AT = 15;
    private static final int ROOT_AT = 31;
    private static final int SIGNATURE_AT = 63;
    private static final int ENTRY_AT = SHORT_BYTES + Short.BYTES;

    private final byte[] payload;

    private Receipt(byte[] payload) {
        this.payload = payload;
    }

    /// What bytes from outside are.
    public sealed interface Decoded {
        record Read(Receipt receipt) implements Decoded {}

        /// A later program's receipt: say so and stop.
        record UnknownVersion(int version) implements Decoded {}

        record Malformed() implements Decoded {}
    }

    /// The short receipt for an entry below a signed checkpoint.
    ///
    /// @param nonce the 16 random bytes of the ticket
    /// @param logLine the log's own line below that checkpoint
    public static Receipt of(
            Checkpoint checkpoint, NoteSignature logLine, long index, byte[] nonce) {
        byte[] signature = logLine.payload();
        long size = checkpoint.size();
        if (index < 0 || index >= size || size > MAX_SIZE) {
            throw new IllegalArgumentException("no receipt for index " + index + " of " + size);
        }
        if (nonce.length != NONCE_BYTES || signature.length != Ed25519.SIGNATURE_BYTES) {
            throw new IllegalArgumentException("nonce or signature has another length");
        }
        var payload =
                ByteBuffer.allocate(SHORT_BYTES).put(SHORT_VERSION).putInt(logLine.keyId().value());
        putFiveBytes(payload, index);
        putFiveBytes(payload, size);
        payload.put(nonce).put(checkpoint.root().bytes()).put(signature);
        return new Receipt(payload.array());
    }

    /// The full receipt: this one with the entry and the hashes beside its way to the root.
    public Receipt withEntry(byte[] entry, List<Hash> path) {
        if (path.size() > MAX_PATH) {
            throw new IllegalArgumentException("a path has up to 40 hashes: " + path.size());
        }
        byte[] framed = EntryBundle.framed(entry);
        var full = ByteBuffer.allocate(SHORT_BYTES + framed.length + path.size() * Hash.BYTES);
        full.put(payload, 0, SHORT_BYTES).put(framed).put(0, FULL_VERSION);
        path.forEach(hash -> full.put(hash.bytes()));
        return new Receipt(full.array());
    }

    /// The first 127 bytes with the version of the short form.
    public Receipt shortened() {
        byte[] head = Arrays.copyOf(payload, SHORT_BYTES);
        head[0] = SHORT_VERSION;
        return new Receipt(head);
    }

    public boolean isFull() {
        return payload[0] == FULL_VERSION;
    }

    public KeyId keyId() {
        return new KeyId(ByteBuffer.wrap(payload).getInt(1));
    }

    public long index() {
        return fiveBytes(INDEX_AT);
    }

    /// The number of entries below the checkpoint.
    public long size() {
        return fiveBytes(SIZE_AT);
    }

    public byte[] nonce() {
        return Arrays.copyOfRange(payload, NONCE_AT, ROOT_AT);
    }

    public Hash root() {
        return Hash.fromBytes(payload, ROOT_AT);
    }

    /// 64 bytes.
    public byte[] signature() {
        return Arrays.copyOfRange(payload, SIGNATURE_AT, SHORT_BYTES);
    }

    /// The entry as the log stores it; only the full form has it.
    public Optional<byte[]> entry() {
        return isFull()
                ? Optional.of(Arrays.copyOfRange(payload, ENTRY_AT, pathAt(payload)))
                : Optional.empty();
    }

    /// Empty in the short form, and for the only entry of a log.
    public List<Hash> path() {
        var path = new ArrayList<Hash>();
        if (isFull()) {
            for (int at = pathAt(payload); at < payload.length; at += Hash.BYTES) {
                path.add(Hash.fromBytes(payload, at));
            }
        }
        return List.copyOf(path);
    }

    /// The signed checkpoint, rebuilt with the name of the log.
    public Checkpoint checkpoint(String origin) {
        return new Checkpoint(origin, size(), root());
    }

    /// Checks offline all that the receipt claims; the short form claims only the checkpoint.
    public ReceiptVerdict verify(Collection<VerifierKey> logKeys) {
        var keys =
                logKeys.stream()
                        .filter(key -> key.type() == KeyType.NOTE && key.keyId().equals(keyId()))
                        .toList();
        if (keys.isEmpty()) {
            return ReceiptVerdict.UNKNOWN_KEY;
        }
        if (index() >= size()) {
            return ReceiptVerdict.INDEX_PAST_TREE;
        }
        if (keys.stream().noneMatch(this::isSignedBy)) {
            return ReceiptVerdict.BAD_SIGNATURE;
        }
        boolean included =
                entry().map(Hash::leaf)
                        .map(leaf -> Proofs.checkInclusion(index(), size(), leaf, path(), root()))
                        .orElse(true);
        return included ? ReceiptVerdict.SOUND : ReceiptVerdict.NOT_INCLUDED;
    }

    private boolean isSignedBy(VerifierKey key) {
        var line = new NoteSignature(key.name(), keyId(), signature());
        return key.verify(checkpoint(key.name()).text(), line);
    }

    public byte[] encode() {
        return payload.clone();
    }

    /// The payload as one decimal number, the densest form a QR code has; 304 digits when short.
    public String digits() {
        return new BigInteger(1, payload).toString();
    }

    /// Takes exactly the lengths that [#encode] writes.
    public static Decoded decode(byte[] payload) {
        if (payload.length == 0) {
            return new Decoded.Malformed();
        }
        return switch (payload[0]) {
            case SHORT_VERSION -> read(payload, payload.length == SHORT_BYTES);
            case FULL_VERSION -> read(payload, isWholeFull(payload));
            default -> new Decoded.UnknownVersion(Byte.toUnsignedInt(payload[0]));
        };
    }

    /// Takes exactly what [#digits] writes: ASCII digits without a leading zero.
    public static Decoded fromDigits(String digits) {
        boolean decimal =
                !digits.isEmpty()
                        && digits.length() <= MAX_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!decimal || digits.startsWith("0")) {
            return new Decoded.Malformed();
        }
        byte[] signed = new BigInteger(digits).toByteArray();
        // A first byte of 0 is BigInteger's sign; no payload begins with one.
        return decode(signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed);
    }

    private static Decoded read(byte[] payload, boolean whole) {
        return whole ? new Decoded.Read(new Receipt(payload.clone())) : new Decoded.Malformed();
    }

    private static boolean isWholeFull(byte[] payload) {
        if (payload.length <= ENTRY_AT || pathAt(payload) == ENTRY_AT) {
            return false;
        }
        int path = payload.length - pathAt(payload);
        return path >= 0 && path % Hash.BYTES == 0 && path / Hash.BYTES <= MAX_PATH;
    }

    /// Where the entry of a full payload ends and its path begins.
    private static int pathAt(byte[] payload) {
        return ENTRY_AT + Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort(SHORT_BYTES));
    }

    private static void putFiveBytes(ByteBuffer payload, long number) {
        payload.put((byte) (number >> Integer.SIZE)).putInt((int) number);
    }

    private long fiveBytes(int at) {
        var bytes = ByteBuffer.wrap(payload);
        return (long) Byte.toUnsignedInt(bytes.get(at)) << Integer.SIZE
                | Integer.toUnsignedLong(bytes.getInt(at + 1));
    }
}
