package kz.adalkezek.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.server.keys.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedMemoryTest {

    private final CrashDisk disk = new CrashDisk();
    private final LogOnDisk log = new LogOnDisk(disk);

    @Test
    void writesTheSignedCopiesInTurn() {
        try (var journal = log.open()) {
            var first = log.commit(journal, 1);
            var second = log.commit(journal, 2);
            assertThat(disk.read(log.copy(0))).isEqualTo(first.note());
            assertThat(disk.read(log.copy(1))).isEqualTo(second.note());
            var third = log.commit(journal, 3);
            assertThat(disk.read(log.copy(0))).isEqualTo(third.note());
            assertThat(disk.read(log.copy(1))).isEqualTo(second.note());
        }
    }

    @Test
    void rewritesTheCheckpointWhereItIsMissingTornOrOlder() {
        signed(5);
        byte[] newest = disk.read(log.checkpoint());
        for (var found : new byte[][] {{}, Arrays.copyOf(newest, 40), new byte[200], note(4)}) {
            disk.put(log.checkpoint(), found);
            assertThatOpeningFinds(5);
            assertThat(disk.read(log.checkpoint())).isEqualTo(newest);
        }
        disk.remove(log.checkpoint());
        assertThatOpeningFinds(5);
        assertThat(disk.read(log.checkpoint())).isEqualTo(newest);
    }

    @Test
    void goesByTheOtherCopyWhenOneIsTorn() {
        signed(5);
        byte[] note = disk.read(log.checkpoint());
        disk.remove(log.checkpoint());
        for (int copy = 0; copy < 2; copy++) {
            for (int torn = 0; torn < note.length; torn++) {
                disk.put(log.copy(copy), Arrays.copyOf(note, torn));
                disk.put(log.copy(1 - copy), note);
                assertThatOpeningFinds(5);
                disk.remove(log.checkpoint());
            }
        }
    }

    @Test
    void leavesNothingOfALongerCopyThatItOverwrites() {
        signed(5);
        byte[] note = disk.read(log.checkpoint());
        disk.put(log.copy(0), new byte[note.length + 100]);
        disk.put(log.copy(1), note);
        assertThatOpeningFinds(5);
        assertThat(disk.read(log.copy(0))).isEqualTo(note);
    }

    @Test
    void remembersOverAPowerCut() {
        signed(1);
        byte[] note = disk.read(log.copy(0));
        disk.crash(CrashDisk.Loss.EVERYTHING);
        assertThat(disk.read(log.copy(0))).isEqualTo(note);
    }

    @Test
    void goesByTheLargerCopy() {
        signed(5);
        disk.put(log.copy(0), note(4));
        cutTo(4);
        assertThatOpeningIsRefused("entry 4 in /log/tile/entries/000: the file ends before it");
    }

    @Test
    void goesByTheCheckpointWhenTheSignedCopiesAreLost() {
        signed(5);
        byte[] note = disk.read(log.checkpoint());
        disk.remove(Path.of("/signed"));
        cutTo(4);
        assertThatOpeningIsRefused("entry 4 in /log/tile/entries/000: the file ends before it");
        disk.remove(Path.of("/log"));
        disk.remove(Path.of("/signed"));
        signed(5);
        disk.remove(Path.of("/signed"));
        assertThatOpeningFinds(5);
        assertThat(disk.read(log.copy(0))).isEqualTo(note);
    }

    @Test
    void refusesWhenNoCopyVerifiesThoughBothWereWritten() {
        signed(5);
        disk.remove(log.checkpoint());
        disk.put(log.copy(0), "torn".getBytes(UTF_8));
        disk.put(log.copy(1), "torn".getBytes(UTF_8));
        assertThatOpeningIsRefused("no signed copy in /signed is a checkpoint of");
    }

    @Test
    void refusesCopiesOfAnotherKey() {
        signed(5);
        disk.remove(log.checkpoint());
        var thief =
                new Ed25519Signer(
                        LogOnDisk.ORIGIN, "another key, of 32 bytes exactly".getBytes(UTF_8));
        disk.put(log.copy(0), note(5, thief));
        disk.remove(log.copy(1));
        assertThatOpeningIsRefused("no signed copy in /signed is a checkpoint of");
    }

    @Test
    void refusesACheckpointThatThisLogDidNotSign() {
        signed(5);
        var thief =
                new Ed25519Signer(
                        LogOnDisk.ORIGIN, "another key, of 32 bytes exactly".getBytes(UTF_8));
        disk.put(log.checkpoint(), note(5, thief));
        assertThatOpeningIsRefused("/log/checkpoint is no checkpoint of " + LogOnDisk.ORIGIN);
    }

    @Test
    void refusesATornCheckpointThatNoCopyExplains() {
        signed(5);
        disk.remove(Path.of("/signed"));
        disk.put(log.checkpoint(), "torn".getBytes(UTF_8));
        assertThatOpeningIsRefused("/log/checkpoint is there, so something was signed");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5})
    void refusesALogWithAnotherRootThanAnyNoteSigned(long size) {
        signed(5);
        var other = new Checkpoint(LogOnDisk.ORIGIN, size, Hash.of("another".getBytes(UTF_8)));
        disk.put(log.copy(1), SignedNote.sign(other.text(), LogOnDisk.KEY).format());
        assertThatOpeningIsRefused("differ from the root that /signed/checkpoint.1 signed");
    }

    @Test
    void beginsAnewAfterACrashInTheVeryFirstSignature() {
        signed(1);
        byte[] note = disk.read(log.copy(0));
        disk.remove(log.checkpoint());
        disk.remove(log.copy(1));
        disk.put(log.copy(0), Arrays.copyOf(note, 50));
        assertThatOpeningFinds(1);
    }

    private void signed(long size) {
        try (var journal = log.open()) {
            log.commit(journal, size);
        }
    }

    private void cutTo(int entries) {
        byte[] bundle = disk.read(log.bundle(0));
        disk.put(log.bundle(0), Arrays.copyOf(bundle, Bundles.length(bundle, entries)));
    }

    private byte[] note(long size) {
        return note(size, LogOnDisk.KEY);
    }

    /// A true note of the first entries.
    private static byte[] note(long size, Ed25519Signer key) {
        var root = Entries.root(size);
        return SignedNote.sign(new Checkpoint(LogOnDisk.ORIGIN, size, root).text(), key).format();
    }

    private void assertThatOpeningFinds(long size) {
        try (var journal = log.open()) {
            assertThat(journal.published().orElseThrow().size()).isEqualTo(size);
        }
    }

    private void assertThatOpeningIsRefused(String why) {
        int signatures = log.signed().size();
        assertThatThrownBy(log::open)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("until a person has looked");
        assertThat(log.signed()).hasSize(signatures);
    }
}
