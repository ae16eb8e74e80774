package kz.adalkezek.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.audit.LogSource.Stored;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.TilePath;

/// Reads a whole log once, a bundle at a time, and compares all of it with a checkpoint that was
/// believed. What a live log holds beyond its checkpoint is left alone.
final class LogCheck {

    private final LogSource source;
    private final Checkpoint checkpoint;
    private final Optional<Checkpoint> since;
    private final LogFaults faults = new LogFaults();
    private final LawCheck law;
    private final TileCheck tiles;
    private Frontier frontier = Frontier.EMPTY;
    private long reading;

    /// @param since an older checkpoint that was believed, if the reader has one
    /// @param law is given the entries in order, as their bytes
    LogCheck(LogSource source, Checkpoint checkpoint, Optional<Checkpoint> since, LawCheck law) {
        this.source = source;
        this.checkpoint = checkpoint;
        this.since = since;
        this.law = law;
        this.tiles = new TileCheck(source, this::broken);
    }

    LogFaults faults() {
        return faults;
    }

    /// @return whether the law was given every entry
    boolean run() throws UnreadableException {
        since.ifPresent(this::judgeSizes);
        judgeSince();
        for (long number = 0; frontier.size() < checkpoint.size(); number++) {
            int width = HashTile.widthAt(0, number, checkpoint.size());
            var entries = bundle(TilePath.entries(number, width));
            if (entries.isEmpty()) {
                broken("checkpoint", "nothing from entry " + frontier.size() + " on was checked");
                return false;
            }
            law.read(new Batch(number, frontier.size(), entries.get()));
            for (var entry : entries.get()) {
                judge(entry);
            }
        }
        tiles.end();
        judgeRoot();
        return true;
    }

    private void judgeSizes(Checkpoint older) {
        if (older.size() > checkpoint.size()) {
            broken(
                    "checkpoint",
                    "ROLLBACK, it covers %d entries but the log had signed %d before"
                            .formatted(checkpoint.size(), older.size()));
        } else if (older.size() == checkpoint.size()) {
            judgeSince(older, checkpoint.root());
        }
    }

    /// When the reading has come to the size of the older checkpoint.
    private void judgeSince() {
        if (since.isPresent()
                && since.get().size() == frontier.size()
                && since.get().size() < checkpoint.size()) {
            judgeSince(since.get(), frontier.root());
        }
    }

    private void judgeSince(Checkpoint older, Hash root) {
        if (!older.root().equals(root)) {
            broken(
                    "checkpoint",
                    "SPLIT VIEW, the first %d entries have the root %s but the log had signed %s"
                            .formatted(older.size(), root, older.root()));
        }
    }

    /// The entries of a bundle; nothing if they cannot be told apart.
    private Optional<List<byte[]>> bundle(TilePath path) throws UnreadableException {
        var files = source.files(path);
        if (files.isEmpty() || files.getFirst().path().width() < path.width()) {
            broken(path.toString(), "this entry bundle is missing");
            return Optional.empty();
        }
        var best = files.getFirst();
        var entries = entries(best, path.width());
        if (entries.isEmpty()) {
            broken(
                    best.path().toString(),
                    "does not hold exactly " + path.width() + " whole entries");
            return Optional.empty();
        }
        for (var other : files.subList(1, files.size())) {
            int width = Math.min(other.path().width(), path.width());
            if (!same(entries(other, width), entries.get().subList(0, width))) {
                broken(other.path().toString(), "holds other entries than " + best.path());
            }
        }
        return entries;
    }

    /// The first entries of a file, which has as many as its path says. Only a file that is still
    /// growing under its full name may hold more than the checkpoint covers.
    private static Optional<List<byte[]>> entries(Stored stored, int width) {
        var bytes = stored.bytes();
        boolean growing = stored.path().isFull() && width < EntryBundle.MAX_ENTRIES;
        return growing
                ? EntryBundle.slice(bytes, width).map(slice -> EntryBundle.parse(slice).entries())
                : EntryBundle.parseExactly(bytes, stored.path().width())
                        .map(bundle -> bundle.entries().subList(0, width));
    }

    private static boolean same(Optional<List<byte[]>> one, List<byte[]> other) {
        return one.isPresent() && Arrays.deepEquals(one.get().toArray(), other.toArray());
    }

    private void judge(byte[] bytes) throws UnreadableException {
        reading = frontier.size();
        var leaf = Hash.leaf(bytes);
        frontier = frontier.plus(leaf);
        tiles.add(leaf);
        judgeSince();
        reading = frontier.size();
    }

    private void judgeRoot() {
        var root = frontier.root();
        boolean tilesAgree = faults.isEmpty();
        if (!root.equals(checkpoint.root())) {
            broken(
                    "checkpoint",
                    "the entries have the root "
                            + root
                            + " but the signed root is "
                            + checkpoint.root()
                            + ", so an entry was changed, added, dropped or moved after signing"
                            + (tilesAgree ? rest() : ""));
        } else if (!tilesAgree) {
            broken("checkpoint", "the entries have the signed root and are as they were signed");
        }
    }

    /// Where the difference is, when every hash tile agrees with its bundle.
    private String rest() {
        int width = TilePath.partialWidth(0, checkpoint.size());
        long number = checkpoint.size() / HashTile.FULL_WIDTH;
        return width == 0 || source.hasPartialTiles()
                ? ""
                : "; all hash tiles agree with the entries, so look for it in "
                        + TilePath.entries(number)
                        + ", for which there is none yet";
    }

    private void broken(String where, String why) {
        faults.inBytes(reading, where, why);
    }
}
