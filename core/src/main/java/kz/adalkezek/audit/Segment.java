package kz.adalkezek.audit;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import kz.adalkezek.audit.Options.Wanted;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Line;

/// A part of the log, from a `day.opened` to before the next, replayed from what the first carries
/// while the parts before it are replayed too. What it believes is checked when it is joined to the
/// part before.
final class Segment implements Callable<Segment> {

    private static final int ROOM_FOR_ALL = 1 << 30;

    private final BlockingQueue<Optional<Batch>> batches = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final Decoder decoder;
    private final Optional<Wanted> wanted;
    private final Findings findings = new Findings();
    private Optional<Replay> replay;
    private Optional<Believed> believed = Optional.empty();
    private boolean readable = true;

    /// @param line the state behind the entry, from what it carries alone
    record Believed(Entry opened, Line line) {}

    /// @param room how many batches may still be read ahead of all replays together
    private Segment(
            Optional<Replay> replay, Decoder decoder, Optional<Wanted> wanted, Semaphore room) {
        this.replay = replay;
        this.decoder = decoder;
        this.wanted = wanted;
        this.room = room;
    }

    /// From the first entry of a log.
    static Segment first(Decoder decoder, Optional<Wanted> wanted, Semaphore room) {
        return new Segment(Optional.of(new Replay(wanted)), decoder, wanted, room);
    }

    /// From a `day.opened`, which is the first entry that it is given.
    static Segment believing(Decoder decoder, Optional<Wanted> wanted, Semaphore room) {
        return new Segment(Optional.empty(), decoder, wanted, room);
    }

    /// Waits while too much is read ahead.
    void put(Batch batch) throws InterruptedException {
        room.acquire();
        batches.add(Optional.of(batch));
    }

    /// Nothing more is put.
    void close() {
        batches.add(Optional.empty());
    }

    @Override
    public Segment call() throws InterruptedException {
        boolean judged = false;
        try {
            for (var batch = batches.take(); batch.isPresent(); batch = batches.take()) {
                judge(batch.get());
                room.release();
            }
            judged = true;
        } finally {
            if (!judged) {
                // Nobody may wait for a replay that has failed.
                room.release(ROOM_FOR_ALL);
            }
        }
        return this;
    }

    private void judge(Batch batch) {
        long index = batch.first();
        for (var leaf : batch.leaves()) {
            var entry = decoder.decode(batch.bundle(), index++, leaf);
            if (entry.isEmpty()) {
                readable = false;
            } else if (readable) {
                judge(entry.get());
            }
        }
    }

    private void judge(Entry entry) {
        if (replay.isPresent()) {
            replay.get().next(entry).forEach(findings::add);
            return;
        }
        replay = Replay.believing(entry, wanted);
        if (replay.isPresent()) {
            believed = Optional.of(new Believed(entry, replay.get().line()));
        } else {
            // It will not be joined to anything.
            readable = false;
        }
    }

    /// As far as it went; nothing where it could not even begin.
    Optional<Replay> replay() {
        return replay;
    }

    Optional<Believed> believed() {
        return believed;
    }

    /// Of the law.
    Findings findings() {
        return findings;
    }

    LogFaults faults() {
        return decoder.faults();
    }

    /// Whether each leaf was an entry.
    boolean isReadable() {
        return readable;
    }
}
