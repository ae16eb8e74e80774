package kz.adalkezek.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.Entry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every file of a log, spoilt in every way: the verifier names it, or the file that it belongs to.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedLogTest {

    private List<Entry> entries = List.of();

    @BeforeAll
    void writesBusyDays() {
        entries = BusyDays.of(3, 520, 120).log();
        assertThat(entries.size()).isBetween(513, 1023);
    }

    private List<Path> logs(Path data) {
        return List.of(
                LogFolder.branch(data.resolve("branch"), entries),
                LogFolder.copy(data.resolve("copy"), entries));
    }

    private static void namesBroken(Path log, String... files) {
        var said = Said.verify(log);
        assertThat(said.code()).as(said.out() + said.err()).isEqualTo(Verify.LOG_BROKEN);
        assertThat(Arrays.stream(files).anyMatch(file -> said.out().contains(whole(file))))
                .as(() -> String.join(" or ", files) + " named in " + said.out())
                .isTrue();
    }

    /// A tile is named by its number; whether it is partial follows from the size of the log.
    private static String whole(String file) {
        return file.replaceFirst("\\.p/.*", "");
    }

    @Test
    void namesEachFileThatIsCut(@TempDir Path data) {
        for (var log : logs(data)) {
            for (var file : LogFolder.files(log)) {
                var whole = LogFolder.readFile(log.resolve(file));
                for (int length : List.of(0, 1, whole.length / 2, whole.length - 1)) {
                    LogFolder.writeFile(log.resolve(file), Arrays.copyOf(whole, length));
                    namesBroken(log, file);
                }
                LogFolder.writeFile(log.resolve(file), whole);
            }
        }
    }

    @Test
    void namesEachFileThatIsMissing(@TempDir Path data) throws IOException {
        for (var log : logs(data)) {
            for (var file : LogFolder.files(log)) {
                var whole = LogFolder.readFile(log.resolve(file));
                Files.delete(log.resolve(file));
                if (isNeeded(file)) {
                    namesBroken(log, file);
                } else {
                    assertThat(Said.verify(log).code()).isEqualTo(Verify.SOUND);
                }
                LogFolder.writeFile(log.resolve(file), whole);
            }
        }
    }

    /// The hash tiles of the right edge follow from the bundles: a directory may leave them out.
    private static boolean isNeeded(String file) {
        return !file.contains(".p/") || file.startsWith("tile/entries");
    }

    @Test
    void namesEachFileWithAFlippedByte(@TempDir Path data) {
        for (var log : logs(data)) {
            for (var file : LogFolder.files(log)) {
                var whole = LogFolder.readFile(log.resolve(file));
                for (int place = 0; place < whole.length; place += 1 + whole.length / 6) {
                    var flipped = whole.clone();
                    flipped[place] ^= 1;
                    LogFolder.writeFile(log.resolve(file), flipped);
                    namesBroken(log, file);
                }
                LogFolder.writeFile(log.resolve(file), whole);
            }
        }
    }

    @Test
    void namesEachPairOfFilesThatAreSwapped(@TempDir Path data) {
        for (var log : logs(data)) {
            var files = LogFolder.files(log);
            for (int a = 0; a < files.size(); a++) {
                for (int b = a + 1; b < files.size(); b++) {
                    var one = LogFolder.readFile(log.resolve(files.get(a)));
                    var other = LogFolder.readFile(log.resolve(files.get(b)));
                    LogFolder.writeFile(log.resolve(files.get(a)), other);
                    LogFolder.writeFile(log.resolve(files.get(b)), one);
                    namesBroken(log, files.get(a), files.get(b));
                    LogFolder.writeFile(log.resolve(files.get(a)), one);
                    LogFolder.writeFile(log.resolve(files.get(b)), other);
                }
            }
        }
    }

    @Test
    void namesAFileWithSomethingBehindItsEndUnlessItStillGrows(@TempDir Path data) {
        var growing = TilePath.entries(entries.size() / 256).toString();
        for (var log : logs(data)) {
            for (var file : LogFolder.files(log)) {
                var whole = LogFolder.readFile(log.resolve(file));
                LogFolder.writeFile(log.resolve(file), Arrays.copyOf(whole, whole.length + 1));
                if (file.equals(growing)) {
                    assertThat(Said.verify(log).code()).isEqualTo(Verify.SOUND);
                } else {
                    namesBroken(log, file);
                }
                LogFolder.writeFile(log.resolve(file), whole);
            }
        }
    }

    /// The whole log is written again with its hashes, but not signed again.
    @Test
    void namesEntriesThatWereExchangedWithAllTheirHashes(@TempDir Path data) {
        var changed = new ArrayList<>(LogFolder.bytes(entries));
        var text = new String(changed.get(40), UTF_8);
        changed.set(40, text.replaceFirst("\"request\":\".", "\"request\":\"f").getBytes(UTF_8));
        var log = LogFolder.branch(data, entries);
        var signed = LogFolder.readFile(log.resolve("checkpoint"));
        LogFolder.write(log, changed, false);
        LogFolder.writeFile(log.resolve("checkpoint"), signed);
        namesBroken(log, "so an entry was changed, added, dropped or moved after signing");
    }

    /// Signed as it is: the log's own writer wrote no event, or wrote one twice.
    @Test
    void namesAnEntryThatIsNoCanonicalEventAtItsPlace(@TempDir Path data) {
        var spaced = new ArrayList<>(LogFolder.bytes(entries));
        var text = new String(spaced.get(300), UTF_8);
        spaced.set(300, text.replaceFirst(",", ", ").getBytes(UTF_8));
        namesSigned(data, spaced, "tile/entries/001: entry 300 is no event: not in canonical form");
        var twice = new ArrayList<>(LogFolder.bytes(entries));
        twice.set(20, twice.get(19));
        namesSigned(data, twice, "tile/entries/000: entry 20 calls itself entry 19.");
    }

    private static void namesSigned(Path data, List<byte[]> changed, String sentence) {
        var log = LogFolder.branch(data, List.of());
        LogFolder.write(log, changed, false);
        namesBroken(log, sentence);
        assertThat(Said.verify(log).out()).contains("Replayed:   only the first");
    }
}
