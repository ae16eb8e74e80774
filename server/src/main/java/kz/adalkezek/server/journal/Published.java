package kz.adalkezek.server.journal;

import java.util.Optional;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.log.TreeHashes;

/// A checkpoint that is durable, signed and remembered, with the tree it stands for. It never
/// changes, so a receipt is built from one of these by any thread while the writer goes on.
public final class Published {

    private final Checkpoint checkpoint;
    private final SignedNote signed;
    private final byte[] note;
    private final EdgeTree tree;

    Published(Checkpoint checkpoint, SignedNote signed, EdgeTree tree) {
        this.checkpoint = checkpoint;
        this.signed = signed;
        this.note = signed.format();
        this.tree = tree;
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// The signed note, as `/log/checkpoint` answers it.
    public byte[] note() {
        return note.clone();
    }

    public SignedNote signedNote() {
        return signed;
    }

    /// How many entries it covers.
    public long size() {
        return checkpoint.size();
    }

    public Hash root() {
        return checkpoint.root();
    }

    /// For proofs up to this size; see [kz.adalkezek.log.Proofs]. The right edge costs no reading.
    ///
    /// Asking may throw a [JournalException], because older hashes are read from the disk.
    public TreeHashes hashes() {
        return tree;
    }

    /// As many hashes as the path says; nothing if this checkpoint does not cover them.
    Optional<HashTile> tile(TilePath.Hashes path) {
        return tree.tile(path);
    }
}
