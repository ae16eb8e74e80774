package kz.adalkezek.audit;

import java.util.Optional;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;

/// Leaves to entries, strictly; what is no entry is a fault of the log.
final class Decoder {

    private final String origin;
    private final LogFaults faults = new LogFaults();

    /// @param origin that the checkpoint names
    Decoder(String origin) {
        this.origin = origin;
    }

    Optional<Entry> decode(long bundle, long index, byte[] leaf) {
        try {
            var entry = EventCodec.decode(leaf);
            if (entry.index() != index) {
                fault(bundle, index, "calls itself entry " + entry.index());
                return Optional.empty();
            }
            if (entry.event() instanceof Event.LogOpened(var named, _, _)
                    && !named.equals(origin)) {
                fault(bundle, index, "opens the log " + named + ", not " + origin);
            }
            return Optional.of(entry);
        } catch (IllegalArgumentException e) {
            fault(bundle, index, "is no event: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void fault(long bundle, long index, String why) {
        faults.inEvents(index, TilePath.entries(bundle).toString(), "entry " + index + " " + why);
    }

    LogFaults faults() {
        return faults;
    }
}
