package kz.adalkezek.server.journal;

import static kz.adalkezek.server.journal.Entries.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.Proofs;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.EventCodec;
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
}
