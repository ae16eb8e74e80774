package kz.adalkezek.kiosk.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.kiosk.link.BranchLink;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.NoteRefusal;
import kz.adalkezek.log.NoteSignature;
import kz.adalkezek.log.Proofs;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.log.ReceiptVerdict;
import kz.adalkezek.log.SignedCheckpoint;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.log.TileHashes;
import kz.adalkezek.log.VerifierKey;

/// Remembers the newest checkpoint that the branch has signed, and demands that each later one
/// extends it. A log that does not is refused for good, until a person accepts another. Safe for
/// several threads; looks at the log on one of its own.
public final class Witness implements AutoCloseable {

    public static final Duration EVERY = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger("kezek.witness");

    private final Kept kept;
    private final BranchLink link;
    private final InstantSource clock;
    private final Duration every;
    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final Thread thread = Thread.ofVirtual().name("witness").unstarted(this::watch);
    private volatile boolean stopped;
    private volatile Runnable onChange = () -> {};

    /// Guarded by this, as all below.
    private Optional<VerifierKey> key;

    private Optional<SignedCheckpoint> newest;
    private volatile boolean refuses;
    private String lastFault = "";

    /// @param folder for what it remembers
    /// @throws IllegalStateException if what stands there contradicts itself
    public Witness(Path folder, BranchLink link, InstantSource clock, Duration every) {
        this.kept = new Kept(folder);
        this.link = link;
        this.clock = clock;
        this.every = every;
        this.key = kept.key();
        this.newest = key.flatMap(kept::newest);
        this.refuses = kept.refusal().isPresent();
        kept.refusal().ifPresent(why -> LOG.log(Level.ERROR, sentence(why.strip())));
    }

    /// Believes this key from now on, because a person has paired the kiosk with its log.
    public static void pin(Path folder, VerifierKey key) {
        var kept = new Kept(folder);
        if (kept.key().filter(key::equals).isEmpty()) {
            kept.forget();
            kept.key(key);
        }
    }

    /// A person has decided that the log of now is the true one, whatever was shown before.
    public static void acceptAnother(Path folder) {
        new Kept(folder).forget();
    }

    /// @param onChange told when a log was refused; must not block
    public void start(Runnable onChange) {
        this.onChange = onChange;
        thread.start();
    }

    /// Whether nothing that the branch says is believed.
    public boolean refuses() {
        return refuses;
    }

    /// Whether the ticket stands in the log that the branch has always shown. What cannot be
    /// checked now is believed and checked later.
    public synchronized boolean believes(Issued issued) {
        if (refuses || key.isEmpty()) {
            return !refuses;
        }
        var digits = issued.receipt().substring(issued.receipt().indexOf('#') + 1);
        if (!(Receipt.fromDigits(digits) instanceof Receipt.Decoded.Read(var receipt))) {
            return false;
        }
        var verdict = receipt.verify(List.of(key.get()));
        if (verdict != ReceiptVerdict.SOUND) {
            refuse("the receipt of " + issued.number() + " is " + verdict, digits.getBytes(UTF_8));
            return false;
        }
        var line = new NoteSignature(key.get().name(), key.get().keyId(), receipt.signature());
        var checkpoint = receipt.checkpoint(key.get().name());
        extend(checkpoint, new SignedNote(checkpoint.text(), List.of(line)));
        return !refuses;
    }

    /// Looks at the newest checkpoint of the branch.
    public synchronized void look() throws InterruptedException {
        if (refuses || (key.isEmpty() && !meet())) {
            return;
        }
        switch (link.log("checkpoint")) {
            case Reply.Answer<byte[]>(var note) -> judge(note);
            case Reply.Refusal<byte[]>(var problem) -> fault(problem.code());
            case Reply.NotNow<byte[]>(var why) -> fault(why);
            case Reply.Strange<byte[]>(var what) -> fault(what);
        }
    }

    @Override
    public void close() {
        stopped = true;
        nudges.offer(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!stopped) {
                look();
                nudges.poll(every.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts: an interrupt would close a file that is being written.
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// The first time a kiosk that was not paired by a code sees the log, it has to believe.
    private boolean meet() throws InterruptedException {
        if (link.log("vkey") instanceof Reply.Answer<byte[]>(var line)) {
            key = VerifierKey.parse(new String(line, UTF_8).strip());
            key.ifPresent(met -> {
                kept.key(met);
                LOG.log(Level.INFO, "from now on only a log signed by {0} is believed", met);
            });
        }
        return key.isPresent();
    }

    private void judge(byte[] note) {
        var known = key.orElseThrow();
        switch (SignedCheckpoint.open(note, known.name(), List.of(known))) {
            case SignedCheckpoint.Opened.Believed(var shown) ->
                    extend(shown.checkpoint(), shown.note());
            case SignedCheckpoint.Opened.Refused(var why) -> {
                if (why == NoteRefusal.MALFORMED) {
                    fault("the checkpoint is no signed note");
                } else {
                    refuse("its checkpoint is refused: " + why, note);
                }
            }
        }
    }

    private void extend(Checkpoint shown, SignedNote note) {
        if (newest.isEmpty()) {
            keep(shown, note);
            return;
        }
        var before = newest.get().checkpoint();
        try {
            boolean one =
                    before.size() <= shown.size()
                            ? isExtended(before, shown)
                            : isExtended(shown, before);
            if (!one) {
                refuse(
                        "at %d entries it is not the log that had %d"
                                .formatted(shown.size(), before.size()),
                        note.format());
            } else if (shown.size() > before.size()) {
                keep(shown, note);
            }
            fault("");
        } catch (LogTiles.DeniedException e) {
            if (shown.size() < before.size()) {
                refuse(
                        "it has only %d of %d entries".formatted(shown.size(), before.size()),
                        note.format());
            } else {
                fault("the log could not be compared: " + e.getMessage());
            }
        } catch (LogTiles.MissingException e) {
            fault("the log could not be compared: " + e.getMessage());
        }
    }

    private boolean isExtended(Checkpoint old, Checkpoint longer) {
        var hashes = new TileHashes(new LogTiles(link), longer.size());
        var proof = Proofs.consistency(old.size(), longer.size(), hashes);
        return Proofs.checkConsistency(old.size(), old.root(), longer.size(), longer.root(), proof);
    }

    /// On the disk before anybody acts on it.
    private void keep(Checkpoint shown, SignedNote note) {
        kept.newest(note);
        newest = Optional.of(new SignedCheckpoint(shown, note, List.of(key.orElseThrow())));
    }

    private void refuse(String why, byte[] shown) {
        kept.refuse(why, shown, Long.toString(clock.millis()));
        refuses = true;
        LOG.log(Level.ERROR, sentence(why));
        onChange.run();
    }

    private static String sentence(String why) {
        return "THE BRANCH SHOWS ANOTHER LOG THAN BEFORE: "
                + why
                + ". This kiosk gives no ticket until a person has looked at the evidence in its"
                + " folder witness/evidence and accepts the log with --accept-log";
    }

    private void fault(String why) {
        if (!why.equals(lastFault)) {
            lastFault = why;
            if (!why.isEmpty()) {
                LOG.log(Level.WARNING, "the log cannot be checked: {0}", why);
            }
        }
    }
}
