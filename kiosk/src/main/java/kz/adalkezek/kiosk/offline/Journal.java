package kz.adalkezek.kiosk.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.log.DeviceKey;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.queue.RequestId;

/// The kiosk's own journal: what it has given alone, each entry signed and naming the one before.
/// An entry is on the disk before its paper moves. Safe for several threads.
final class Journal implements AutoCloseable {

    private final JournalFile file;

    /// Guarded by this, as all below.
    private long entries;

    private String head;
    private long settled;
    private Instant lastTouched;
    private final Map<Long, Slip> slips = new LinkedHashMap<>();
    private final Map<Long, Optional<How>> told = new LinkedHashMap<>();

    /// An entry that the branch does not have yet, and what became of its paper.
    ///
    /// @param told nothing while nobody knows, and nothing within where nobody ever will
    record Owed(Slip slip, Optional<Optional<How>> told) {}

    private Journal(JournalFile file, Line.Begins begins) {
        this.file = file;
        this.entries = begins.entries();
        this.head = begins.head();
        this.settled = begins.entries();
        this.lastTouched = begins.touched();
    }

    /// @throws IllegalStateException if what stands there was not signed by this kiosk, or not in
    ///   this order
    static Journal open(Path folder, DeviceKey key) throws IOException {
        var first = new Line.Begins(0, KioskEntry.first(key), Instant.EPOCH);
        var found = JournalFile.open(folder, first);
        var lines = found.lines();
        if (lines.isEmpty() || !(lines.getFirst() instanceof Line.Begins begins)) {
            throw new IllegalStateException("the journal in " + folder + " has lost its beginning");
        }
        if (begins.entries() == 0 && !begins.head().equals(first.head())) {
            throw new IllegalStateException("the journal in " + folder + " is of another key");
        }
        var journal = new Journal(found.file(), begins);
        for (var line : lines.subList(1, lines.size())) {
            journal.load(line, key);
        }
        return journal;
    }

    synchronized long entries() {
        return entries;
    }

    synchronized String head() {
        return head;
    }

    /// The newest touch that stands in it; the next is not before.
    synchronized Instant lastTouched() {
        return lastTouched;
    }

    /// Appends the next entry, whose number and head it must go on from.
    ///
    /// @throws UncheckedIOException if it is not on the disk; then it was not given
    synchronized void give(Slip slip) {
        if (slip.entry().entry() != entries + 1 || !slip.entry().previous().equals(head)) {
            throw new IllegalArgumentException("the journal is at " + entries);
        }
        file.append(new Line.Given(slip));
        add(slip);
    }

    /// What became of the entry's paper, told once.
    ///
    /// @param how nothing where nobody will ever know
    synchronized void tell(long entry, Optional<How> how) {
        if (slips.containsKey(entry) && !told.containsKey(entry)) {
            file.append(new Line.Told(entry, how));
            told.put(entry, how);
        }
    }

    /// The branch has everything up to this entry.
    synchronized void merged(long entry) {
        settle(new Line.Merged(entry), entry);
    }

    synchronized void refused(long entry, String code) {
        settle(new Line.Refused(entry, code), entry);
    }

    /// Oldest first.
    synchronized List<Owed> owed() {
        return slips.values().stream()
                .filter(slip -> slip.entry().entry() > settled)
                .map(slip -> new Owed(slip, Optional.ofNullable(told.get(slip.entry().entry()))))
                .toList();
    }

    synchronized boolean owes() {
        return settled < entries;
    }

    /// Nothing where the touch has no entry in this file.
    synchronized Optional<Owed> ofErrand(RequestId errand) {
        return slips.values().stream()
                .filter(slip -> slip.errand().equals(errand))
                .findFirst()
                .map(slip -> new Owed(slip, Optional.ofNullable(told.get(slip.entry().entry()))));
    }

    /// Begins a new file once the branch has all of this one.
    synchronized void archive() throws IOException {
        if (!slips.isEmpty() && !owes()) {
            file.turn(new Line.Begins(entries, head, lastTouched));
            slips.clear();
            told.clear();
        }
    }

    synchronized boolean isBroken() {
        return file.isBroken();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    private void settle(Line line, long entry) {
        if (entry > settled) {
            file.append(line);
            settled = entry;
        }
    }

    private void add(Slip slip) {
        entries = slip.entry().entry();
        head = slip.entry().head();
        if (slip.touched().isAfter(lastTouched)) {
            lastTouched = slip.touched();
        }
        slips.put(entries, slip);
    }

    private void load(Line line, DeviceKey key) {
        switch (line) {
            case Line.Begins _ -> throw new IllegalStateException("the journal begins twice");
            case Line.Given(var slip) -> {
                var entry = slip.entry();
                if (entry.entry() != entries + 1
                        || !entry.previous().equals(head)
                        || !key.signed(entry.statement(), slip.signature())) {
                    throw new IllegalStateException(
                            "entry " + entry.entry() + " of the journal is not what was signed");
                }
                add(slip);
            }
            case Line.Told(long entry, var how) -> told.put(entry, how);
            case Line.Merged(long entry) -> settled = Math.max(settled, entry);
            case Line.Refused(long entry, _) -> settled = Math.max(settled, entry);
        }
    }
}
