package kz.adalkezek.server.journal;

import java.util.Optional;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.EventCodec;

/// How far the stored log is whole above what was signed.
final class Tail {

    private final Bundles bundles;
    private final long signedSize;

    /// Just behind the last complete command.
    private long whole;

    private Tail(Bundles bundles, long signedSize) {
        this.bundles = bundles;
        this.signedSize = signedSize;
        this.whole = signedSize;
    }

    /// The size at which the log goes on: behind the last complete command, and never below the
    /// signed size. What a crash tore is above it.
    ///
    /// @throws JournalException if an entry below the signed size is missing or broken
    static long size(Bundles bundles, long signedSize) {
        var tail = new Tail(bundles, signedSize);
        long bundle = signedSize / Bundles.ENTRIES;
        while (tail.passes(bundle)) {
            bundle++;
        }
        return tail.whole;
    }

    /// Whether the bundle is full and whole, so that the log may go on in the next one.
    private boolean passes(long number) {
        long index = number * Bundles.ENTRIES;
        if (!bundles.exists(number)) {
            return index >= signedSize ? false : fail(index, "the file is missing");
        }
        for (var leaf : EntryBundle.parse(bundles.bytes(number)).entries()) {
            var entry = entry(leaf, index);
            if (entry.isEmpty()) {
                return index >= signedSize ? false : fail(index, "it is not a canonical event");
            }
            index++;
            if (index > signedSize && entry.get().more() == 0) {
                whole = index;
            }
        }
        if (index < signedSize) {
            return fail(index, "the file ends before it");
        }
        return index == (number + 1) * Bundles.ENTRIES;
    }

    private boolean fail(long index, String what) {
        throw Recovery.refused(bundles.at(index, what), signedSize);
    }

    /// The entry that must stand at that index; nothing if these bytes are not it.
    static Optional<Entry> entry(byte[] leaf, long index) {
        try {
            return Optional.of(EventCodec.decode(leaf)).filter(it -> it.index() == index);
        } catch (IllegalArgumentException _) {
            // The codec's answer for bytes that are no event, which after a crash is no wonder.
            return Optional.empty();
        }
    }
}
