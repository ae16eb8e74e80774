package kz.adalkezek.server.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;

/// Finds where the newest business day begins.
final class Days {

    /// In canonical JSON a quote inside a string is escaped, so no text of a person looks like
    /// this.
    private static final byte[] MARK = "\"t\":\"day.opened\"".getBytes(US_ASCII);

    private Days() {}

    /// The index of the newest `day.opened` below the size, 0 if there is none. Reads backwards and
    /// decodes only what looks like one, because a day is long and its opening stands at its start.
    static long newestOpened(Bundles bundles, long size) {
        for (long number = Math.ceilDiv(size, Bundles.ENTRIES) - 1; number >= 0; number--) {
            var entries = bundles.entries(number);
            for (int i = entries.size() - 1; i >= 0; i--) {
                long index = number * Bundles.ENTRIES + i;
                if (index < size && opensDay(entries.get(i), index)) {
                    return index;
                }
            }
        }
        return 0;
    }

    private static boolean opensDay(byte[] leaf, long index) {
        return contains(leaf, MARK)
                && Tail.entry(leaf, index)
                        .map(Entry::event)
                        .filter(Event.DayOpened.class::isInstance)
                        .isPresent();
    }

    private static boolean contains(byte[] text, byte[] mark) {
        for (int at = 0; at <= text.length - mark.length; at++) {
            if (Arrays.equals(text, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
