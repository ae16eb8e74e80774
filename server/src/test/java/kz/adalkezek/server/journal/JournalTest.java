package kz.adalkezek.server.journal;

import static kz.adalkezek.server.journal.Entries.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.Proofs;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.server.keys.Ed25519Signer;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final CrashDisk disk = new CrashDisk();
    private final LogOnDisk log = new LogOnDisk(disk);

    @Test
    void beginsEmptyWithNothingSigned() {
        try (var journal = log.open()) {
            assertThat(journal.size()).isZero();
            assertThat(journal.published()).isEmpty();
            assertThat(log.signed()).isEmpty();
        }
    }

    @Test
    void givesBackWhatWasCommittedAcrossBundles() {
        try (var journal = log.open()) {
            log.commit(journal, 600);
        }
        try (var journal = log.open()) {
            assertThat(journal.entries(0, 600).toList()).isEqualTo(Entries.range(0, 600));
            assertThat(journal.entries(255, 257).toList()).isEqualTo(Entries.range(255, 257));
        }
    }

    @Test
    void forcesBeforeItSignsAndSignsBeforeItPublishes() {
        try (var journal = log.open()) {
            log.commit(journal, 1);
            var steps = new ArrayList<String>();
            disk.listen(steps::add);
            log.listen(it ->
                    steps.add(
                            "sign "
                                    + it.size()
                                    + ", published "
                                    + journal.published().orElseThrow().size()));
            log.commit(journal, 2);
            assertThat(steps)
                    .containsExactly(
                            "write /log/tile/entries/000",
                            "force /log/tile/entries/000",
                            "read /log/tile/entries/000",
                            "sign 2, published 1",
                            "write /signed/checkpoint.1",
                            "force /signed/checkpoint.1");
        }
    }

    @Test
    void proofsOfEveryEntryVerifyAtEachPublishedSize() {
        try (var journal = log.open()) {
            for (long size : new long[] {1, 2, 255, 256, 257, 600}) {
                var published = log.commit(journal, size);
                for (long index = 0; index < size; index++) {
                    var proof = Proofs.inclusion(index, size, published.hashes());
                    var leaf = Hash.leaf(EventCodec.encode(started(index)));
                    assertThat(Proofs.checkInclusion(index, size, leaf, proof, published.root()))
                            .as("entry %d of %d", index, size)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void refusesAnEntryThatDoesNotFollowAndEverythingAfterIt() {
        try (var journal = log.open()) {
            assertThatThrownBy(() -> journal.append(started(1)))
                    .isInstanceOf(JournalException.class)
                    .hasMessage("entry 1 cannot follow 0 entries");
            assertThatThrownBy(() -> journal.append(started(0)))
                    .hasMessageContaining("the journal stopped at a fault");
            assertThat(journal.file(TilePath.entries(0, 1))).isEmpty();
        }
    }

    @Test
    void forcesTwiceAGroupHoweverManyEntriesItHas() {
        try (var journal = log.open()) {
            log.commit(journal, 1);
            long before = journal.forces();
            log.commit(journal, 2);
            log.commit(journal, 200);
            assertThat(journal.forces() - before).isEqualTo(4);
        }
    }

    @Test
    void makesANewBundleDurableWithItsNameBeforeItSigns() {
        try (var journal = log.open()) {
            log.commit(journal, 510);
            var steps = new ArrayList<String>();
            disk.listen(steps::add);
            log.listen(it -> steps.add("sign " + it.size()));
            log.commit(journal, 514);
            assertThat(steps)
                    .containsExactly(
                            "write /log/tile/entries/001",
                            "force /log/tile/entries/001",
                            "read /log/tile/entries/001",
                            "force /log/tile",
                            "create /log/tile/entries/002",
                            "write /log/tile/entries/002",
                            "force /log/tile/entries/002",
                            "force /log/tile/entries",
                            "read /log/tile/entries/002",
                            "create /log/tile/0/001",
                            "write /log/tile/0/001",
                            "sign 514",
                            "write /signed/checkpoint.1",
                            "force /signed/checkpoint.1");
        }
    }

    /// Bundle 1,000 is the first below `x001`, and its directory is new.
    @Test
    void goesOnBeyondAThousandBundles() {
        try (var journal = log.open()) {
            for (long size = 64_000; size <= 256_000; size += 64_000) {
                log.commit(journal, size);
            }
            var steps = new ArrayList<String>();
            disk.listen(steps::add);
            log.commit(journal, 256_001);
            assertThat(steps)
                    .containsSubsequence(
                            "create /log/tile/entries/x001",
                            "force /log/tile/entries",
                            "create /log/tile/entries/x001/000",
                            "force /log/tile/entries/x001/000",
                            "force /log/tile/entries/x001",
                            "force /signed/checkpoint.0");
        }
        disk.crash(CrashDisk.Loss.EVERYTHING);
        try (var journal = log.open()) {
            assertThat(journal.size()).isEqualTo(256_001);
            assertThat(journal.entries(255_999, 256_001).toList())
                    .isEqualTo(Entries.range(255_999, 256_001));
            assertThat(journal.bytes(256_000)).isEqualTo(EventCodec.encode(started(256_000)));
        }
    }

    @Test
    void givesWhatIsPublishedWhenTheGroupIsEmpty() {
        try (var journal = log.open()) {
            assertThatThrownBy(journal::commit).hasMessage("the log is empty");
        }
        try (var journal = log.open()) {
            var published = log.commit(journal, 3);
            assertThat(journal.commit()).isSameAs(published);
            assertThat(log.signed()).hasSize(1);
        }
    }

    @Test
    void signsNoCommandThatLacksEntries() {
        try (var journal = log.open()) {
            assertThatThrownBy(() -> log.commit(journal, started(0, 1)))
                    .isInstanceOf(JournalException.class)
                    .hasMessage("a command lacks entries after entry 0");
            assertThat(log.signed()).isEmpty();
        }
    }

    @Test
    void hidesAGroupThatIsNotCommitted() {
        try (var journal = log.open()) {
            log.commit(journal, 3);
            journal.append(started(3));
            assertThat(journal.size()).isEqualTo(4);
            assertThat(journal.published().orElseThrow().size()).isEqualTo(3);
            assertThatThrownBy(() -> journal.bytes(3))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> journal.entries(0, 4))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void hidesBytesBehindThePublishedCheckpoint() {
        try (var journal = log.open()) {
            log.commit(journal, 3);
            journal.append(started(3));
            // The bundle is written and forced; the signed copy is not.
            disk.failAt(4, CrashDisk.Fault.REFUSED);
            assertThatThrownBy(journal::commit).isInstanceOf(JournalException.class);
            assertThat(journal.file(TilePath.entries(0, 3))).isPresent();
            assertThat(journal.file(TilePath.entries(0, 4))).isEmpty();
            assertThat(journal.file(TilePath.hashes(0, 0, 4))).isEmpty();
        }
    }

    @Test
    void keepsAPublishedTreeAsItWasWhileTheLogGrows() {
        try (var journal = log.open()) {
            var old = log.commit(journal, 200);
            log.commit(journal, 300);
            log.commit(journal, 600);
            var proof = Proofs.inclusion(7, 200, old.hashes());
            var leaf = Hash.leaf(EventCodec.encode(started(7)));
            assertThat(Proofs.checkInclusion(7, 200, leaf, proof, old.root())).isTrue();
            assertThatThrownBy(() -> old.hashes().at(0, 200))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void writesTheCheckpointFileWhenItIsAskedToAndAtTheEnd() {
        var journal = log.open();
        log.commit(journal, 1);
        assertThat(disk.exists(log.checkpoint())).isFalse();
        journal.writeCheckpointFile();
        assertThat(disk.read(log.checkpoint())).isEqualTo(journal.commit().note());
        var last = log.commit(journal, 2);
        assertThat(disk.read(log.checkpoint())).isNotEqualTo(last.note());
        journal.close();
        assertThat(disk.read(log.checkpoint())).isEqualTo(last.note());
    }

    @Test
    void leavesTheCheckpointFileAloneWhileNothingIsNew() {
        try (var journal = log.open()) {
            log.commit(journal, 1);
            journal.writeCheckpointFile();
            var steps = new ArrayList<String>();
            disk.listen(steps::add);
            journal.writeCheckpointFile();
            assertThat(steps).isEmpty();
        }
    }

    @Test
    void refusesASecondWriterUntilTheFirstHasEnded() {
        var first = log.open();
        assertThatThrownBy(log::open)
                .isInstanceOf(JournalException.class)
                .hasMessage("another writer is alive: /log/writer.lock is locked");
        first.close();
        log.open().close();
    }

    @Test
    void givesBackEveryFileAndTheLock() {
        try (var journal = log.open()) {
            log.commit(journal, 300);
            assertThat(disk.openFiles()).isPositive();
        }
        assertThat(disk.openFiles()).isZero();
        disk.put(log.bundle(0), new byte[3]);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(log::open).hasMessageContaining("the file ends before it");
        }
        assertThat(disk.openFiles()).isZero();
    }

    @Test
    void refusesASignerUnderAnotherNameThanTheKey() {
        var other = new Ed25519Signer("another.example/log1", new byte[32]);
        assertThatThrownBy(() ->
                        Journal.open(
                                disk,
                                Path.of("/log"),
                                Path.of("/signed"),
                                other,
                                LogOnDisk.KEY.key(),
                                _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
