package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The file that shows a citizen's entry in the log, offline: its index, the hashes beside its way
/// to the root, and the signed checkpoint (C2SP tlog-proof v1). The entry's bytes travel beside it.
public final class TlogProof {

    /// No tree of a size that fits in a `long` has a longer path.
    public static final int MAX_HASHES = 63;

    public static final int MAX_BYTES = 2 * SignedNote.MAX_BYTES;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private final byte[] extra;
    private final long index;
    private final List<Hash> hashes;
    private final SignedNote checkpoint;

    private TlogProof(byte[] extra, long index, List<Hash> hashes, SignedNote checkpoint) {
        this.extra = extra;
        this.index = index;
        this.hashes = List.copyOf(hashes);
        this.checkpoint = checkpoint;
    }

    /// What became of a proof before an entry and a set of known keys.
    public sealed interface Checked {
        /// The entry stands at the proof's index in the log that this checkpoint signs.
        record Included(SignedCheckpoint checkpoint) implements Checked {}

        /// The checkpoint is true, but its tree does not hold this entry at this index.
        record NotIncluded(SignedCheckpoint checkpoint) implements Checked {}

        record Refused(NoteRefusal why) implements Checked {}
    }

    /// The proof of the entry at `index`, with the hashes of [Proofs#inclusion].
    ///
    /// @throws IllegalArgumentException if no proof has such parts
    public static TlogProof of(long index, List<Hash> hashes, SignedNote checkpoint) {
        if (index < 0 || hashes.size() > MAX_HASHES) {
            throw new IllegalArgumentException(
                    "no proof has index " + index + " and " + hashes.size() + " hashes");
        }
        if (!isOfCheckpoint(checkpoint)) {
            throw new IllegalArgumentException("not a checkpoint: " + checkpoint.text());
        }
        return new TlogProof(new byte[0], index, hashes, checkpoint);
    }

    /// The same proof with bytes of the application's own, which nothing vouches for.
    public TlogProof withExtra(byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("an extra line without data is left out");
        }
        return new TlogProof(bytes.clone(), index, hashes, checkpoint);
    }

    /// Not authenticated.
    public Optional<byte[]> extra() {
        return extra.length == 0 ? Optional.empty() : Optional.of(extra.clone());
    }

    public long index() {
        return index;
    }

    /// The leaf's sibling first.
    public List<Hash> hashes() {
        return hashes;
    }

    public SignedNote checkpoint() {
        return checkpoint;
    }

    /// Whether the log of that origin holds the entry at the proof's index.
    ///
    /// @param known keys of the log and of witnesses, as in [SignedCheckpoint#open]
    public Checked check(byte[] entry, String origin, Collection<VerifierKey> known) {
        return switch (SignedCheckpoint.open(checkpoint, origin, known)) {
            case SignedCheckpoint.Opened.Refused(var why) -> new Checked.Refused(why);
            case SignedCheckpoint.Opened.Believed(var believed) ->
                    Proofs.checkInclusion(
                                    index,
                                    believed.checkpoint().size(),
                                    Hash.leaf(entry),
                                    hashes,
                                    believed.checkpoint().root())
                            ? new Checked.Included(believed)
                            : new Checked.NotIncluded(believed);
        };
    }

    public byte[] format() {
        var head = new StringBuilder(HEADER).append('\n');
        if (extra.length > 0) {
            head.append(EXTRA).append(CanonicalBase64.encode(extra)).append('\n');
        }
        head.append(INDEX).append(index).append('\n');
        for (var hash : hashes) {
            head.append(hash.base64()).append('\n');
        }
        head.append('\n');
        byte[] note = checkpoint.format();
        byte[] start = head.toString().getBytes(UTF_8);
        byte[] proof = Arrays.copyOf(start, start.length + note.length);
        System.arraycopy(note, 0, proof, start.length, note.length);
        return proof;
    }

    /// Takes exactly the bytes that [#format] writes.
    public static Optional<TlogProof> parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.empty();
        }
        return StrictText.utf8(bytes).flatMap(TlogProof::parse);
    }

    private static Optional<TlogProof> parse(String text) {
        int split = text.indexOf("\n\n");
        if (split < 0) {
            return Optional.empty();
        }
        var lines = new ArrayList<>(Arrays.asList(text.substring(0, split).split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER) || lines.isEmpty()) {
            return Optional.empty();
        }
        var extra = new byte[0];
        if (lines.getFirst().startsWith(EXTRA)) {
            var decoded = CanonicalBase64.decode(lines.removeFirst().substring(EXTRA.length()));
            if (decoded.isEmpty() || decoded.get().length == 0 || lines.isEmpty()) {
                return Optional.empty();
            }
            extra = decoded.get();
        }
        var index = index(lines.removeFirst());
        var hashes = lines.stream().flatMap(line -> Hash.parseBase64(line).stream()).toList();
        var checkpoint =
                SignedNote.parse(text.substring(split + 2).getBytes(UTF_8))
                        .filter(TlogProof::isOfCheckpoint);
        if (index.isEmpty() || checkpoint.isEmpty()) {
            return Optional.empty();
        }
        if (hashes.size() < lines.size() || hashes.size() > MAX_HASHES) {
            return Optional.empty();
        }
        return Optional.of(new TlogProof(extra, index.getAsLong(), hashes, checkpoint.get()));
    }

    private static boolean isOfCheckpoint(SignedNote note) {
        return Checkpoint.parse(note.text()).isPresent();
    }

    private static OptionalLong index(String line) {
        return line.startsWith(INDEX)
                ? StrictText.decimal(line.substring(INDEX.length()))
                : OptionalLong.empty();
    }
}
