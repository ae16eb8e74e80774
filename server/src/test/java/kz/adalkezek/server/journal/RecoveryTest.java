package kz.adalkezek.server.journal;

import static kz.adalkezek.server.journal.Entries.range;
import static kz.adalkezek.server.journal.Entries.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.journal.CrashDisk.Fault;
import kz.adalkezek.server.journal.CrashDisk.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {

    private final CrashDisk disk = new CrashDisk();
    private final LogOnDisk log = new LogOnDisk(disk);

    @ParameterizedTest
    @ValueSource(longs = {1, 255, 256, 257})
    void cutsAnUnsignedEntryTornAtAnyByteAndGoesOn(long signed) {
        signed(signed);
        byte[] whole = bundleOf(signed);
        byte[] entry = framed(signed);
        for (int torn = 1; torn < entry.length; torn++) {
            put(signed, concat(whole, Arrays.copyOf(entry, torn)));
            try (var journal = log.open()) {
                assertThat(journal.size()).as("torn after %d bytes", torn).isEqualTo(signed);
                assertThat(bundleOf(signed)).isEqualTo(whole);
            }
        }
        try (var journal = log.open()) {
            log.commit(journal, signed + 1);
            assertThat(journal.entries(0, signed + 1).toList()).isEqualTo(range(0, signed + 1));
        }
    }

    @Test
    void cutsZerosThatAPowerCutLeft() {
        signed(3);
        byte[] whole = bundleOf(3);
        put(3, Arrays.copyOf(whole, whole.length + 4096));
        try (var journal = log.open()) {
            assertThat(journal.size()).isEqualTo(3);
            assertThat(bundleOf(3)).isEqualTo(whole);
        }
    }

    @Test
    void cutsAnUnsignedEntryThatIsNoCanonicalEventWithAllThatFollows() {
        signed(3);
        byte[] wrong = EventCodec.encode(started(3));
        wrong[0] = ' ';
        put(3, concat(bundleOf(3), EntryBundle.framed(wrong), framed(4)));
        assertThatOpeningFinds(3);
    }

    @Test
    void cutsAnUnsignedEntryUnderAnotherIndex() {
        signed(3);
        put(3, concat(bundleOf(3), framed(4)));
        assertThatOpeningFinds(3);
    }

    @Test
    void keepsAndSignsWholeEntriesAboveTheSignedSize() {
        signed(3);
        put(3, concat(bundleOf(3), framed(3), framed(4)));
        try (var journal = log.open()) {
            assertThat(journal.published().orElseThrow().size()).isEqualTo(5);
            assertThat(journal.entries(0, 5).toList()).isEqualTo(range(0, 5));
        }
        assertThat(log.signed().getLast().size()).isEqualTo(5);
    }

    @Test
    void storesEntriesAboveTheSignedSizeOnceMoreBeforeItSignsThem() {
        signed(3);
        try (var journal = log.open()) {
            journal.append(started(3));
            // The force of the bundle fails, but its bytes stay to be seen.
            disk.failAt(2, Fault.REFUSED);
            assertThatThrownBy(journal::commit).isInstanceOf(JournalException.class);
        }
        disk.kill();
        assertThatOpeningFinds(4);
        disk.crash(Loss.EVERYTHING);
        assertThatOpeningFinds(4);
    }

    @Test
    void signsNothingThatAStartStoredWithOtherBytes() {
        signed(3);
        put(3, concat(bundleOf(3), framed(3)));
        var twin = new CrashDisk();
        disk.files().forEach(twin::put);
        var steps = new ArrayList<String>();
        twin.listen(steps::add);
        new LogOnDisk(twin).open().close();
        disk.failAt(steps.indexOf("write /log/tile/entries/000") + 1, Fault.FLIPPED_BIT);
        int signatures = log.signed().size();
        assertThatThrownBy(log::open)
                .isInstanceOf(JournalException.class)
                .hasMessage("entry 3 was read back with other bytes than written");
        assertThat(log.signed()).hasSize(signatures);
    }

    @Test
    void forgetsForGoodWhatItHasCut() {
        signed(600);
        disk.put(log.bundle(3), framed(768));
        try (var journal = log.open()) {
            log.commit(journal, 768);
        }
        disk.crash(Loss.EVERYTHING);
        assertThatOpeningFinds(768);
    }

    @ParameterizedTest
    @CsvSource({"254, 2", "255, 2", "256, 2", "3, 3"})
    void cutsACommandThatLacksEntriesAsAWhole(long signed, int entries) {
        signed(signed);
        for (int i = 0; i < entries - 1; i++) {
            long index = signed + i;
            byte[] part = EntryBundle.framed(EventCodec.encode(started(index, entries - 1 - i)));
            byte[] before = disk.exists(log.bundle(index / 256)) ? bundleAt(index) : new byte[0];
            disk.put(log.bundle(index / 256), concat(before, part));
        }
        assertThatOpeningFinds(signed);
    }

    @Test
    void keepsACommandThatIsComplete() {
        signed(255);
        disk.put(log.bundle(0), concat(bundleAt(0), framed(255, 1)));
        disk.put(log.bundle(1), framed(256, 0));
        assertThatOpeningFinds(257);
    }

    @Test
    void removesBundlesBehindAShortOne() {
        signed(300);
        byte[] second = bundleAt(256);
        disk.put(log.bundle(2), framed(512));
        disk.put(log.bundle(3), framed(768));
        assertThatOpeningFinds(300);
        assertThat(bundleAt(256)).isEqualTo(second);
        assertThat(disk.exists(log.bundle(2))).isFalse();
        assertThat(disk.exists(log.bundle(3))).isFalse();
    }

    @Test
    void refusesASignedBundleThatIsShort() {
        signed(600);
        byte[] middle = bundleAt(256);
        disk.put(log.bundle(1), Arrays.copyOf(middle, middle.length - 1));
        assertThatOpeningIsRefused("entry 511 in /log/tile/entries/001: the file ends before it");
    }

    @Test
    void refusesASignedBundleThatIsMissing() {
        signed(600);
        disk.remove(log.bundle(1));
        assertThatOpeningIsRefused("entry 256 in /log/tile/entries/001: the file is missing");
    }

    @Test
    void refusesALogThatIsGone() {
        signed(600);
        disk.remove(Disk.directoryOf(log.bundle(0)));
        assertThatOpeningIsRefused("entry 0 in /log/tile/entries/000: the file is missing");
    }

    @Test
    void refusesALogThatIsShorterThanWhatWasSigned() {
        signed(600);
        byte[] last = bundleAt(599);
        disk.put(log.bundle(2), Arrays.copyOf(last, last.length - framed(599).length));
        assertThatOpeningIsRefused("entry 599 in /log/tile/entries/002: the file ends before it");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 255, 256, 300, 511, 512, 599})
    void refusesASignedEntryWithAFlippedBitAndNamesItsFile(long index) {
        signed(600);
        byte[] bytes = bundleAt(index);
        int place = Bundles.length(bytes, (int) (index % 256)) + 40;
        bytes[place] ^= 1;
        disk.put(log.bundle(index / 256), bytes);
        assertThatOpeningIsRefused("in /log/tile/entries/00" + index / 256);
    }

    @Test
    void namesTheSignedEntryThatWasExchangedForAnotherEvent() {
        signed(600);
        var other = new Event.ServiceStarted(new VisitId(0), Entries.DESK_3);
        byte[] bytes = bundleAt(300);
        int from = Bundles.length(bytes, 44);
        disk.put(
                log.bundle(1),
                concat(
                        Arrays.copyOf(bytes, from),
                        EntryBundle.framed(EventCodec.encode(Entries.entry(300, 0, other))),
                        Arrays.copyOfRange(bytes, Bundles.length(bytes, 45), bytes.length)));
        assertThatOpeningIsRefused("entry 300 in /log/tile/entries/001: it differs from its hash");
    }

    @Test
    void refusesMoreBytesBehindAFullSignedBundle() {
        signed(600);
        disk.put(log.bundle(0), concat(bundleAt(0), framed(0)));
        assertThatOpeningIsRefused("entry 255 in /log/tile/entries/000: more bytes follow it");
    }

    @Test
    void leavesADamagedLogExactlyAsItWas() {
        signed(600);
        disk.put(log.bundle(3), framed(768));
        disk.put(log.bundle(1), new byte[4]);
        int signatures = log.signed().size();
        var before = disk.files();
        assertThatThrownBy(log::open).isInstanceOf(JournalException.class);
        var after = disk.files();
        assertThat(after).containsOnlyKeys(before.keySet());
        before.forEach((path, bytes) -> assertThat(after.get(path)).isEqualTo(bytes));
        assertThat(log.signed()).hasSize(signatures);
    }

    @Test
    void opensAgainAfterADamageWasMended() {
        signed(600);
        byte[] right = bundleAt(256);
        disk.put(log.bundle(1), new byte[4]);
        assertThatThrownBy(log::open).isInstanceOf(JournalException.class);
        disk.put(log.bundle(1), right);
        assertThatOpeningFinds(600);
    }

    private void signed(long size) {
        try (var journal = log.open()) {
            log.commit(journal, size);
        }
    }

    private void assertThatOpeningFinds(long size) {
        try (var journal = log.open()) {
            assertThat(journal.size()).isEqualTo(size);
            assertThat(journal.published().orElseThrow().size()).isEqualTo(size);
            assertThat(journal.entries(0, size)).hasSize((int) size);
        }
    }

    private void assertThatOpeningIsRefused(String why) {
        int signatures = log.signed().size();
        assertThatThrownBy(log::open)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("nothing is cut and nothing is signed");
        assertThat(log.signed()).hasSize(signatures);
    }

    /// The bundle that the next entry goes to, empty if it does not exist.
    private byte[] bundleOf(long index) {
        return disk.exists(log.bundle(index / 256)) ? bundleAt(index) : new byte[0];
    }

    private byte[] bundleAt(long index) {
        return disk.read(log.bundle(index / 256));
    }

    private void put(long index, byte[] bytes) {
        disk.put(log.bundle(index / 256), bytes);
    }

    private static byte[] framed(long index) {
        return framed(index, 0);
    }

    private static byte[] framed(long index, int more) {
        return EntryBundle.framed(EventCodec.encode(started(index, more)));
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
