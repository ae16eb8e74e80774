package kz.adalkezek.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.EventCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServingTest {

    private final CrashDisk disk = new CrashDisk();
    private final LogOnDisk log = new LogOnDisk(disk);

    /// The twin: tiles computed from all leaves, level by level, as the specification says.
    private static List<List<Hash>> levels(long size) {
        var levels = new ArrayList<List<Hash>>();
        var hashes =
                Entries.range(0, size).stream()
                        .map(entry -> Hash.leaf(EventCodec.encode(entry)))
                        .toList();
        while (!hashes.isEmpty()) {
            levels.add(hashes);
            var above = new ArrayList<Hash>();
            for (int i = 0; i + 256 <= hashes.size(); i += 256) {
                above.add(HashTile.of(hashes.subList(i, i + 256)).root(8, 0));
            }
            hashes = above;
        }
        return levels;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 255, 256, 257, 1_000, 70_000})
    void servesExactlyTheTilesOfThePublishedSize(long size) {
        try (var journal = log.open()) {
            log.commit(journal, size);
            var levels = levels(size);
            for (int level = 0; level < levels.size(); level++) {
                var hashes = levels.get(level);
                int full = hashes.size() / 256;
                for (int tile = 0; tile < full; tile++) {
                    assertServed(journal, TilePath.hashes(level, tile), hashes, 256);
                    assertServed(journal, TilePath.hashes(level, tile, 17), hashes, 17);
                }
                int width = hashes.size() % 256;
                assertThat(journal.file(TilePath.hashes(level, full))).isEmpty();
                if (width > 0) {
                    assertServed(journal, TilePath.hashes(level, full, width), hashes, width);
                    assertServed(journal, TilePath.hashes(level, full, 1), hashes, 1);
                }
                if (width < 255) {
                    assertThat(journal.file(TilePath.hashes(level, full, width + 1))).isEmpty();
                }
            }
            assertThat(journal.file(TilePath.hashes(levels.size(), 0, 1))).isEmpty();
            assertThat(journal.file(TilePath.hashes(63, 0, 1))).isEmpty();
        }
    }

    private static void assertServed(Journal journal, TilePath path, List<Hash> hashes, int width) {
        int from = (int) path.number() * 256;
        assertThat(journal.file(path))
                .as(path.toString())
                .hasValue(HashTile.of(hashes.subList(from, from + width)).bytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 255, 256, 257, 1_000})
    void servesExactlyTheBundlesOfThePublishedSize(long size) {
        try (var journal = log.open()) {
            log.commit(journal, size);
            for (long bundle = 0; bundle <= size / 256; bundle++) {
                for (int width = 1; width <= 256; width++) {
                    long end = bundle * 256 + width;
                    var served = journal.file(TilePath.entries(bundle, width));
                    if (end <= size) {
                        assertThat(served).hasValue(bundle(bundle * 256, end));
                    } else {
                        assertThat(served).as("%d wide at %d", width, bundle).isEmpty();
                    }
                }
            }
        }
    }

    private static byte[] bundle(long from, long to) {
        var bytes = new java.io.ByteArrayOutputStream();
        Entries.range(from, to)
                .forEach(it -> bytes.writeBytes(EntryBundle.framed(EventCodec.encode(it))));
        return bytes.toByteArray();
    }

    @Test
    void servesNothingOfAnEmptyLog() {
        try (var journal = log.open()) {
            assertThat(journal.file(TilePath.entries(0, 1))).isEmpty();
            assertThat(journal.file(TilePath.entries(0))).isEmpty();
            assertThat(journal.file(TilePath.hashes(0, 0, 1))).isEmpty();
        }
    }
}
