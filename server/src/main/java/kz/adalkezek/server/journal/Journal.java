package kz.adalkezek.server.journal;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.NoteSigner;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.queue.Entry;
import org.jspecify.annotations.Nullable;

/// The append-only record of the branch: the directory in the layout of c2sp.org/tlog-tiles, the
/// signed copies, and the one signer. There is no update and no delete to call by mistake.
///
/// One thread appends and commits and is never interrupted, because an interrupt closes a file.
/// Every other method is for any thread. After a fault nobody knows what is stored, so the writer's
/// methods refuse from then on; the process ends and starts again from disk.
public final class Journal implements AutoCloseable {

    private final Disk disk;
    private final Bundles bundles;
    private final Writer writer;
    private final FullReading fullReading;
    private final CheckpointFile checkpointFile;
    private final Disk.Lock lock;
    private final long dayOpened;

    /// Written by the writer, as the last step of a group.
    private volatile @Nullable Published published;

    /// Owned by the writer: set while a step is under way, so that a step that broke off is known.
    private boolean midway;

    private Journal(Opening opening, Disk.Lock lock) {
        this.disk = opening.disk();
        this.bundles = opening.bundles();
        this.writer = opening.writer();
        this.fullReading = opening.fullReading();
        this.checkpointFile = opening.checkpointFile();
        this.dayOpened = opening.dayOpened();
        this.published = opening.published();
        this.lock = lock;
    }

    /// Opens the log or begins an empty one. Every opening is a recovery: a torn tail is cut, whole
    /// entries above the signed size are signed, tiles and checkpoint are written again where a
    /// crash took them. The older log is read beside the writer, see [#isFullyRead].
    ///
    /// @param signed the directory of the signed copies, best on another disk
    /// @param key names the log: its name is the origin
    /// @param onDifference told once, on another thread, when the older log turns out to differ
    ///   from what was signed; by then nothing more is signed
    /// @throws JournalException if another writer is alive, or if the log is shorter than or
    ///   different from what was signed; then nothing was changed
    public static Journal open(
            Disk disk,
            Path log,
            Path signed,
            NoteSigner signer,
            VerifierKey key,
            Consumer<JournalException> onDifference) {
        if (!signer.name().equals(key.name()) || !signer.keyId().equals(key.keyId())) {
            throw new IllegalArgumentException(key + " does not belong to the signer");
        }
        var home = log.toAbsolutePath();
        disk.createDirectories(home);
        var lock = disk.lock(home.resolve("writer.lock"));
        boolean opened = false;
        try {
            var opening =
                    Opening.of(disk, home, signed.toAbsolutePath(), signer, key, onDifference);
            var journal = new Journal(opening, lock);
            opened = true;
            return journal;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /// Adds the next entry to the group. Nothing is durable before [#commit] returns.
    public void append(Entry entry) {
        begin();
        writer.append(entry);
        end();
    }

    /// Makes the group durable, signs it and publishes it: force, read back, sign, remember,
    /// publish. With no entries in the group it gives what is published already.
    public Published commit() {
        begin();
        if (!writer.isGroupEmpty()) {
            writer.store();
            fullReading.requireNoDifference();
            published = writer.sign();
        }
        end();
        return published().orElseThrow(() -> new JournalException("the log is empty"));
    }

    private void begin() {
        if (midway) {
            throw new JournalException(
                    "the journal stopped at a fault; only a start from disk knows what is stored");
        }
        midway = true;
    }

    private void end() {
        midway = false;
    }

    /// How many entries there are, those of an uncommitted group included. For the writer.
    public long size() {
        return writer.size();
    }

    /// The index of the `day.opened` that was the newest at the start, from which state can be
    /// folded; 0 if there was none.
    public long dayOpened() {
        return dayOpened;
    }

    /// Whether the older log has been read entry by entry since the start.
    public boolean isFullyRead() {
        return fullReading.isDone();
    }

    /// Waits until the reading of the older log has ended by itself.
    void awaitFullReading() {
        fullReading.join();
    }

    /// How often the disk was forced, for the bench.
    public long forces() {
        return disk.forces();
    }

    /// The newest checkpoint; nothing while the log is empty.
    public Optional<Published> published() {
        return Optional.ofNullable(published);
    }

    /// Brings `log/checkpoint` up to the newest checkpoint. It costs a rename, so a timer calls it,
    /// once a second at most, and never the writer on the way to an answer.
    public void writeCheckpointFile() {
        published().ifPresent(checkpointFile::write);
    }

    /// The bytes of a tile or a bundle as the public gets them; nothing if the newest checkpoint
    /// does not cover as many items as the path says.
    public Optional<byte[]> file(TilePath path) {
        return published().flatMap(now -> file(path, now));
    }

    private Optional<byte[]> file(TilePath path, Published now) {
        return switch (path) {
            case TilePath.Hashes hashes -> now.tile(hashes).map(HashTile::bytes);
            case TilePath.Entries(var number, var width) ->
                    width <= HashTile.widthAt(0, number, now.size())
                            ? Optional.of(slice(number, width))
                            : Optional.empty();
        };
    }

    private byte[] slice(long number, int width) {
        return EntryBundle.slice(bundles.bytes(number), width)
                .orElseThrow(() -> bundles.lost(number));
    }

    /// The bytes of a published entry.
    ///
    /// @throws IndexOutOfBoundsException if it is not published
    public byte[] bytes(long index) {
        Objects.checkIndex(index, publishedSize());
        return bundles.entry(index);
    }

    /// Published entries in the order of the log, read bundle by bundle as the stream is drawn.
    ///
    /// @param to exclusive
    /// @throws IndexOutOfBoundsException if one of them is not published
    public Stream<Entry> entries(long from, long to) {
        Objects.checkFromToIndex(from, to, publishedSize());
        return bundles.decoded(from, to);
    }

    private long publishedSize() {
        return published().map(Published::size).orElse(0L);
    }

    /// Ends the writer's life: the checkpoint file is brought up to date and the lock is given
    /// back. Called by the writer's thread, or when it has ended.
    @Override
    public void close() {
        try (lock;
                writer;
                fullReading) {
            writeCheckpointFile();
        }
    }
}
