package kz.adalkezek.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.adalkezek.server.journal.Entries.started;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.KeyId;
import kz.adalkezek.log.KeyType;
import kz.adalkezek.log.NoteSigner;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.server.keys.Ed25519Signer;

/// One log on a disk that may fail, with its key. It remembers everything that was ever signed.
final class LogOnDisk {

    static final String ORIGIN = "queue.example.gov/branch/0042/log1";

    static final Ed25519Signer KEY = new Ed25519Signer(ORIGIN, new byte[Ed25519Signer.SEED_BYTES]);

    private final Disk disk;
    private final Path log;
    private final Path signedCopies;
    private final Signer signer = new Signer();
    private final List<Checkpoint> signed = new ArrayList<>();
    private final List<JournalException> differences = new CopyOnWriteArrayList<>();
    private Consumer<Checkpoint> listener = _ -> {};

    LogOnDisk(Disk disk) {
        this(disk, Path.of("/"));
    }

    LogOnDisk(Disk disk, Path root) {
        this.disk = disk;
        this.log = root.resolve("log");
        this.signedCopies = root.resolve("signed");
    }

    Journal open() {
        return Journal.open(disk, log, signedCopies, signer, KEY.key(), differences::add);
    }

    /// Appends entries up to that size and commits them as one group.
    Published commit(Journal journal, long size) {
        for (long index = journal.size(); index < size; index++) {
            journal.append(started(index));
        }
        return journal.commit();
    }

    Published commit(Journal journal, Entry... entries) {
        for (var entry : entries) {
            journal.append(entry);
        }
        return journal.commit();
    }

    /// Everything signed since this was made, oldest first.
    List<Checkpoint> signed() {
        return signed;
    }

    /// Told of each checkpoint when it is signed.
    void listen(Consumer<Checkpoint> told) {
        listener = told;
    }

    /// What the full reading has found.
    List<JournalException> differences() {
        return differences;
    }

    Path bundle(long number) {
        return log.resolve(TilePath.entries(number).toString());
    }

    Path tile(int level, long number) {
        return log.resolve(TilePath.hashes(level, number).toString());
    }

    Path checkpoint() {
        return log.resolve("checkpoint");
    }

    Path copy(int number) {
        return signedCopies.resolve("checkpoint." + number);
    }

    private final class Signer implements NoteSigner {
        @Override
        public String name() {
            return KEY.name();
        }

        @Override
        public KeyId keyId() {
            return KEY.keyId();
        }

        @Override
        public KeyType type() {
            return KEY.type();
        }

        @Override
        public byte[] sign(byte[] message) {
            var checkpoint = Checkpoint.parse(new String(message, UTF_8)).orElseThrow();
            listener.accept(checkpoint);
            signed.add(checkpoint);
            return KEY.sign(message);
        }
    }
}
