package kz.adalkezek.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import kz.adalkezek.queue.Event;

/// Replays the law beside the reading of the log, each business day on a thread of its own. A day
/// begins with what its `day.opened` carries, and is joined to the day before only if that one has
/// ended in the same state: so nothing is believed in the end. Used by one thread.
final class LawCheck implements AutoCloseable {

    /// Read ahead of all replays together: batches of up to 256 entries, a few megabytes.
    private static final int BATCHES_AHEAD = 128;

    private static final int DAYS_AHEAD = 4;

    private final String origin;
    private final Options options;
    private final int threads;
    private final ExecutorService workers;
    private final Semaphore room = new Semaphore(BATCHES_AHEAD);
    private final Deque<Future<Segment>> running = new ArrayDeque<>();
    private final Joined joined;
    private Optional<Segment> growing = Optional.empty();

    /// @param origin of the log, as its checkpoint says
    /// @param threads 1 replays all days in one go
    LawCheck(String origin, Options options, int threads) {
        this.origin = origin;
        this.options = options;
        this.threads = threads;
        this.joined = new Joined(options.wanted());
        this.workers =
                Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
        if (options.fromDay().isEmpty()) {
            begin(Segment.first(decoder(), options.wanted(), room));
        }
    }

    private Decoder decoder() {
        return new Decoder(origin);
    }

    /// The entries of one bundle, in order. Waits while too many are read ahead.
    void read(Batch batch) throws UnreadableException {
        try {
            long from = batch.first();
            for (long index = batch.first(); index < batch.end(); index++) {
                if (DayMark.isOn(batch.leaf(index)) && begins(batch, index)) {
                    put(batch.part(from, index));
                    begin(Segment.believing(decoder(), options.wanted(), room));
                    joinDone();
                    from = index;
                }
            }
            put(batch.part(from, batch.end()));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void put(Batch batch) throws InterruptedException {
        if (growing.isPresent() && !batch.leaves().isEmpty()) {
            growing.get().put(batch);
        }
    }

    /// Whether a segment of its own begins with this day.
    private boolean begins(Batch batch, long index) {
        if (growing.isPresent()) {
            return threads > 1;
        }
        var entry = decoder().decode(batch.bundle(), index, batch.leaf(index));
        return entry.isPresent()
                && entry.get().event() instanceof Event.DayOpened opened
                && options.fromDay().equals(Optional.of(opened.day()));
    }

    private void begin(Segment segment) {
        growing.ifPresent(Segment::close);
        growing = Optional.of(segment);
        running.add(workers.submit(segment));
    }

    private void joinDone() throws UnreadableException, InterruptedException {
        while (running.size() > DAYS_AHEAD * threads
                || (running.size() > 1 && running.getFirst().isDone())) {
            join();
        }
    }

    private void join() throws UnreadableException, InterruptedException {
        try {
            joined.add(running.removeFirst().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a replay has failed", e.getCause());
        }
    }

    /// Nothing more is read.
    ///
    /// @param whole whether all of the log was
    Joined end(boolean whole) throws UnreadableException {
        growing.ifPresent(Segment::close);
        try {
            while (!running.isEmpty()) {
                join();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        if (options.fromDay().isPresent() && joined.isEmpty()) {
            throw new UnreadableException("the log has no day " + options.fromDay().get());
        }
        joined.end(whole);
        return joined;
    }

    private static UnreadableException interrupted() {
        Thread.currentThread().interrupt();
        return new UnreadableException("the reading was interrupted");
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
