package kz.adalkezek.server.branch;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.server.journal.Journal;

/// Reads the log group by group as it grows, for one thread that follows it.
public final class LogTail implements LongFunction<List<Entry>>, AutoCloseable {

    private static final int GROUP_MAX = 1_000;
    private static final long WAIT_MS = 500;

    /// Gathers what comes together, so that a reader's own work is done once for many entries.
    private static final long GATHER_NANOS = 50_000_000;

    private final Journal journal;
    private final Feed feed;
    private Feed.Seat seat;

    public LogTail(Journal journal, Feed feed) {
        this.journal = journal;
        this.feed = feed;
        this.seat = feed.seat();
    }

    /// The next entries from an index on; where there are none yet, waits for half a second.
    @Override
    public List<Entry> apply(long from) {
        var entries = read(from);
        if (entries.isEmpty()) {
            await();
            entries = read(from);
        }
        return entries;
    }

    @Override
    public void close() {
        seat.close();
    }

    private List<Entry> read(long from) {
        long size = journal.published().map(published -> published.size()).orElse(0L);
        try (var entries = journal.entries(from, Math.min(size, from + GROUP_MAX))) {
            return entries.toList();
        }
    }

    /// The seat only wakes: what it hands over is read from the log, where nothing can be missing.
    private void await() {
        try {
            if (!seat.await(WAIT_MS).isEmpty()) {
                LockSupport.parkNanos(GATHER_NANOS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt a reader of the log", e);
        }
        if (seat.isLost()) {
            seat = feed.seat();
        }
    }
}
