package kz.adalkezek.audit;

import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.audit.Finding.LogBroken;

/// What is wrong with a log, each at its place, so that what several readers have found can be told
/// in the order of the log. Counts all and keeps the first.
final class LogFaults {

    /// @param at index of the entry that was being read
    /// @param reading 0 while its bytes were compared, 1 when it was read as an event
    private record Placed(long at, int reading, LogBroken fault) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            return at != other.at
                    ? Long.compare(at, other.at)
                    : Integer.compare(reading, other.reading);
        }
    }

    private final List<Placed> first = new ArrayList<>();
    private long count;

    /// The bytes are not what was signed.
    void inBytes(long at, String where, String why) {
        add(new Placed(at, 0, new LogBroken(where, why)));
    }

    /// The bytes are no event that could stand there.
    void inEvents(long at, String where, String why) {
        add(new Placed(at, 1, new LogBroken(where, why)));
    }

    private void add(Placed placed) {
        count++;
        if (first.size() < Findings.KEPT_MAX) {
            first.add(placed);
        }
    }

    void add(LogFaults others) {
        first.addAll(others.first);
        count += others.count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// Tells all of them, in the order of the log.
    void tell(Findings findings) {
        first.stream().sorted().forEach(placed -> findings.add(placed.fault()));
        findings.addUnkeptFaults(count - first.size());
    }
}
