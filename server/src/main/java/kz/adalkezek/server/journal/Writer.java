package kz.adalkezek.server.journal;

import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.NoteSigner;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.EventCodec;

/// Gathers a group of entries, makes it durable, and signs it. Owned by the writer's thread.
final class Writer implements AutoCloseable {

    private final BundleWriter bundles;
    private final Tiles tiles;
    private final Edge edge;
    private final SignedCopies copies;
    private final NoteSigner signer;

    private final List<byte[]> group = new ArrayList<>();
    private final List<Hash> leaves = new ArrayList<>();
    private boolean insideCommand;

    Writer(BundleWriter bundles, Tiles tiles, Edge edge, SignedCopies copies, NoteSigner signer) {
        this.bundles = bundles;
        this.tiles = tiles;
        this.edge = edge;
        this.copies = copies;
        this.signer = signer;
    }

    /// The size with the group that is not committed yet.
    long size() {
        return edge.size() + group.size();
    }

    boolean isGroupEmpty() {
        return group.isEmpty();
    }

    void append(Entry entry) {
        if (entry.index() != size()) {
            throw new JournalException(
                    "entry " + entry.index() + " cannot follow " + size() + " entries");
        }
        byte[] leaf = EventCodec.encode(entry);
        group.add(EntryBundle.framed(leaf));
        leaves.add(Hash.leaf(leaf));
        insideCommand = entry.more() > 0;
    }

    /// Makes the group durable and part of the tree, with its full hash tiles readable.
    void store() {
        if (insideCommand) {
            throw new JournalException("a command lacks entries after entry " + (size() - 1));
        }
        long first = edge.size();
        var stored = appended();
        requireLeaves(stored, leaves, first);
        leaves.forEach(edge::add);
        edge.takeFull().forEach(full -> tiles.write(full.path(), full.tile()));
        group.clear();
        leaves.clear();
    }

    /// What the files give back is signed, not what memory believes: one flipped bit would be
    /// signed for ever.
    ///
    /// @param stored entries as they were read back, the first of them at index `first`
    static void requireLeaves(List<byte[]> stored, List<Hash> leaves, long first) {
        for (int i = 0; i < leaves.size(); i++) {
            if (i >= stored.size() || !Hash.leaf(stored.get(i)).equals(leaves.get(i))) {
                throw new JournalException(
                        "entry %d was read back with other bytes than written"
                                .formatted(first + i));
            }
        }
    }

    private List<byte[]> appended() {
        try {
            return bundles.append(edge.size(), group);
        } catch (JournalException e) {
            throw new JournalException(
                    "entries %d to %d did not become durable: %s"
                            .formatted(edge.size(), size() - 1, e.getMessage()),
                    e);
        }
    }

    /// Signs the tree as it stands, and returns when that is remembered.
    Published sign() {
        var checkpoint = new Checkpoint(signer.name(), edge.size(), edge.root());
        var published =
                new Published(checkpoint, SignedNote.sign(checkpoint.text(), signer), edge.tree());
        copies.store(published.note());
        return published;
    }

    /// Remembers again what was signed before.
    void remember(byte[] note) {
        copies.store(note);
    }

    @Override
    public void close() {
        try (copies) {
            bundles.close();
        }
    }
}
