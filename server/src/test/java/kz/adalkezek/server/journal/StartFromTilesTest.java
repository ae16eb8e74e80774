package kz.adalkezek.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.adalkezek.server.journal.Entries.dayOpened;
import static kz.adalkezek.server.journal.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.VisitId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A day of 1,000 entries behind an older log of 66,000, so that one tile of level 1 is full.
class StartFromTilesTest {

    private static final long DAY_OPENED = 66_000;
    private static final long SIZE = 67_000;

    private static Map<Path, byte[]> written = Map.of();

    private final CrashDisk disk = new CrashDisk();
    private final LogOnDisk log = new LogOnDisk(disk);

    @BeforeAll
    static void writeTheLogOnce() {
        var disk = new CrashDisk();
        var log = new LogOnDisk(disk);
        try (var journal = log.open()) {
            log.commit(journal, 40_000);
            log.commit(journal, DAY_OPENED);
            log.commit(journal, dayOpened(DAY_OPENED));
            log.commit(journal, SIZE);
        }
        written = Map.copyOf(disk.files());
    }

    @BeforeEach
    void bringTheLog() {
        written.forEach(disk::put);
    }

    @Test
    void startsAtTheNewestDayAndReadsTheOlderLogBesideTheWriter() {
        try (var journal = log.open()) {
            assertThat(journal.dayOpened()).isEqualTo(DAY_OPENED);
            log.commit(journal, SIZE + 300);
            journal.awaitFullReading();
            assertThat(journal.isFullyRead()).isTrue();
            assertThat(log.differences()).isEmpty();
        }
        assertThat(log.signed().getFirst().size()).isEqualTo(SIZE + 300);
    }

    @Test
    void readsNothingTwiceWhereNoDayWasOpened() {
        var young = new LogOnDisk(new CrashDisk());
        try (var journal = young.open()) {
            young.commit(journal, 600);
        }
        try (var journal = young.open()) {
            assertThat(journal.dayOpened()).isZero();
            assertThat(journal.isFullyRead()).isTrue();
        }
    }

    /// Tile 3 is under a full tile of level 1 and not needed to start; the others are.
    @ParameterizedTest
    @CsvSource({
        "0, 3, MISSING",
        "0, 3, DIFFERENT",
        "0, 256, MISSING",
        "0, 256, SHORT",
        "1, 0, DIFFERENT"
    })
    void writesATileAgainThatIsMissingShortOrDifferent(int level, long number, Wrong how) {
        var tile = log.tile(level, number);
        byte[] right = disk.read(tile);
        switch (how) {
            case MISSING -> disk.remove(tile);
            case SHORT -> disk.put(tile, Arrays.copyOf(right, 8191));
            case DIFFERENT -> {
                byte[] different = right.clone();
                different[4711] ^= 1;
                disk.put(tile, different);
            }
        }
        assertThatTheLogOpensSound();
        assertThat(disk.read(tile)).isEqualTo(right);
    }

    private enum Wrong {
        MISSING,
        SHORT,
        DIFFERENT
    }

    @Test
    void writesTheTileThatAnUnsignedTailHasFilled() {
        var bundle = new ByteArrayOutputStream();
        bundle.writeBytes(disk.read(log.bundle(261)));
        Entries.range(SIZE, 262 * 256)
                .forEach(it -> bundle.writeBytes(EntryBundle.framed(EventCodec.encode(it))));
        disk.put(log.bundle(261), bundle.toByteArray());
        try (var journal = log.open()) {
            assertThat(journal.size()).isEqualTo(262 * 256);
            assertThat(disk.read(log.tile(0, 261))).hasSize(8192);
        }
    }

    @Test
    void readsEverythingFirstWhenTheTilesDoNotLeadToTheSignedRoot() {
        byte[] tile = disk.read(log.tile(0, 256));
        tile[0] ^= 1;
        disk.put(log.tile(0, 256), tile);
        try (var journal = log.open()) {
            assertThat(journal.isFullyRead()).isTrue();
        }
    }

    @Test
    void writesEveryTileAgainWhenAllAreGone() {
        disk.remove(Path.of("/log/tile/0"));
        disk.remove(Path.of("/log/tile/1"));
        assertThatTheLogOpensSound();
        assertThat(disk.files()).containsOnlyKeys(written.keySet());
        for (long tile = 0; tile < 261; tile++) {
            var path = log.tile(0, tile);
            assertThat(disk.read(path)).as(path.toString()).isEqualTo(written.get(path));
        }
        assertThat(disk.read(log.tile(1, 0))).isEqualTo(written.get(log.tile(1, 0)));
    }

    @Test
    void stopsSigningWhenAnOlderEntryWasExchanged() {
        var other = entry(300, 0, new Event.ServiceStarted(new VisitId(0), Entries.DESK_3));
        exchange(300, _ -> EventCodec.encode(other));
        assertThatSigningStops("entry 300 in /log/tile/entries/001: it differs from its hash tile");
    }

    @Test
    void stopsSigningWhenAnOlderEntryIsNoLongerAnEvent() {
        exchange(300, leaf -> "x".repeat(leaf.length).getBytes(UTF_8));
        assertThatSigningStops("entry 300 in /log/tile/entries/001: it is not a canonical event");
    }

    @Test
    void stopsSigningWhenAnOlderBundleIsShort() {
        byte[] bundle = disk.read(log.bundle(7));
        disk.put(log.bundle(7), Arrays.copyOf(bundle, bundle.length - 1));
        assertThatSigningStops("entry 2047 in /log/tile/entries/007: the file ends before it");
    }

    @Test
    void stopsSigningWhenAnOlderNoteHasAnotherRoot() {
        var other = new Checkpoint(LogOnDisk.ORIGIN, 40_000, Hash.of("another".getBytes(UTF_8)));
        disk.put(log.copy(0), SignedNote.sign(other.text(), LogOnDisk.KEY).format());
        assertThatSigningStops("differ from the root that /signed/checkpoint.0 signed");
    }

    @Test
    void refusesToOpenWhenAnEntryOfTheDayWasExchanged() {
        var other = entry(66_500, 0, new Event.ServiceStarted(new VisitId(0), Entries.DESK_3));
        exchange(66_500, _ -> EventCodec.encode(other));
        assertThatThrownBy(log::open)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("entry 66500 in /log/tile/entries/259: it differs");
        assertThat(log.signed()).isEmpty();
    }

    @Test
    void endsTheReadingWhenItIsClosed() {
        log.open().close();
        assertThat(disk.openFiles()).isZero();
        assertThat(log.differences()).isEmpty();
    }

    private void assertThatTheLogOpensSound() {
        try (var journal = log.open()) {
            journal.awaitFullReading();
            assertThat(journal.published().orElseThrow().size()).isEqualTo(SIZE);
            assertThat(journal.isFullyRead()).isTrue();
            assertThat(log.differences()).isEmpty();
        }
    }

    private void assertThatSigningStops(String why) {
        try (var journal = log.open()) {
            journal.awaitFullReading();
            assertThat(journal.isFullyRead()).isFalse();
            assertThat(log.differences()).hasSize(1);
            assertThat(log.differences().getFirst()).hasMessageContaining(why);
            assertThatThrownBy(() -> log.commit(journal, SIZE + 1))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("nothing more is signed")
                    .hasMessageContaining(why);
            assertThat(log.signed()).isEmpty();
        }
    }

    private void exchange(long index, UnaryOperator<byte[]> leaf) {
        var path = log.bundle(index / 256);
        var bundle = new ByteArrayOutputStream();
        long at = index - index % 256;
        for (var entry : EntryBundle.parse(disk.read(path)).entries()) {
            bundle.writeBytes(EntryBundle.framed(at++ == index ? leaf.apply(entry) : entry));
        }
        disk.put(path, bundle.toByteArray());
    }
}
