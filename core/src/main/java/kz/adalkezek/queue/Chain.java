package kz.adalkezek.queue;

import kz.adalkezek.log.DeviceKey;

/// How far the branch knows the journal of a kiosk that has a key of its own.
///
/// @param entries the number of the newest entry that was handed over, 0 before the first
/// @param head the [KioskEntry#head] after it
public record Chain(DeviceKey key, long entries, String head) {

    public Chain {
        if (entries < 0) {
            throw new IllegalArgumentException("a journal has no entry below 1");
        }
        EventCodec.requireHash("head", head);
    }

    static Chain of(DeviceKey key) {
        return new Chain(key, 0, KioskEntry.first(key));
    }

    /// Whether the entry can come next: no second one of its number, and behind the newest that is
    /// known when it follows at once. Where numbers are left out the log shows the gap.
    boolean goesOn(KioskEntry entry) {
        return entry.entry() > entries
                && (entry.entry() > entries + 1 || entry.previous().equals(head));
    }

    Chain with(KioskEntry entry) {
        return new Chain(key, entry.entry(), entry.head());
    }
}
