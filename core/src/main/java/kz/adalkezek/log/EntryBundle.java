package kz.adalkezek.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Up to 256 log entries, each behind its length in two bytes: the entry bundle of
/// c2sp.org/tlog-tiles.
///
/// @param length the bytes that the complete entries take; what follows them was torn by a crash
public record EntryBundle(List<byte[]> entries, int length) {

    public static final int MAX_ENTRIES = 256;
    public static final int ENTRY_MAX_BYTES = 0xFFFF;

    public EntryBundle {
        entries = List.copyOf(entries);
    }

    /// An entry as it stands in a bundle. An empty entry is refused, because a run of zero bytes is
    /// what a crash can leave at the end of a file.
    ///
    /// @throws IllegalArgumentException unless the entry has 1 to 65,535 bytes
    public static byte[] framed(byte[] entry) {
        if (entry.length < 1 || entry.length > ENTRY_MAX_BYTES) {
            throw new IllegalArgumentException(
                    "an entry has 1 to 65535 bytes but was " + entry.length);
        }
        return ByteBuffer.allocate(Short.BYTES + entry.length)
                .putShort((short) entry.length)
                .put(entry)
                .array();
    }

    /// The complete entries at the start of a file; reading stops at the first torn one.
    public static EntryBundle parse(byte[] file) {
        return parse(file, MAX_ENTRIES);
    }

    /// For verifiers: exactly `count` entries (1 to 256) and not one byte more.
    public static Optional<EntryBundle> parseExactly(byte[] file, int count) {
        return Optional.of(parse(file, count))
                .filter(bundle -> bundle.entries.size() == count && bundle.length == file.length);
    }

    /// The bytes of the first `count` entries (1 to 256), which are the partial bundle of that
    /// width; nothing if the file holds fewer.
    public static Optional<byte[]> slice(byte[] file, int count) {
        return Optional.of(parse(file, count))
                .filter(bundle -> bundle.entries.size() == count)
                .map(bundle -> Arrays.copyOf(file, bundle.length));
    }

    private static EntryBundle parse(byte[] file, int count) {
        if (count < 1 || count > MAX_ENTRIES) {
            throw new IllegalArgumentException("a bundle has 1 to 256 entries but was " + count);
        }
        var rest = ByteBuffer.wrap(file);
        var entries = new ArrayList<byte[]>();
        int length = 0;
        while (entries.size() < count && rest.remaining() > Short.BYTES) {
            int entryLength = Short.toUnsignedInt(rest.getShort());
            if (entryLength == 0 || entryLength > rest.remaining()) {
                break;
            }
            var entry = new byte[entryLength];
            rest.get(entry);
            entries.add(entry);
            length = rest.position();
        }
        return new EntryBundle(entries, length);
    }
}
