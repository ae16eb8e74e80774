package kz.adalkezek.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.adalkezek.server.journal.Entries.DAY;
import static kz.adalkezek.server.journal.Entries.range;
import static kz.adalkezek.server.journal.Entries.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.server.journal.CrashDisk.Fault;
import kz.adalkezek.server.journal.CrashDisk.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// One day of a branch, played again for each call to the disk: that call fails, the process ends,
/// the machine loses power in one of several ways, and the branch starts from what is left.
class EveryFaultTest {

    /// Sizes after each group: single entries, the turn of a bundle at its border and across it.
    private static final List<Long> GROUPS = List.of(1L, 3L, 256L, 257L, 515L);

    private static final long REOPENED_AT = 257;

    /// Every entry that any test here commits, as it stands in its bundle.
    private static final List<byte[]> LEAVES =
            range(0, GROUPS.getLast() + 3).stream()
                    .map(entry -> EntryBundle.framed(EventCodec.encode(entry)))
                    .toList();

    private static final List<Hash> ROOTS = roots();

    /// The root at each size, from core's frontier alone.
    private static List<Hash> roots() {
        var roots = new ArrayList<Hash>();
        var frontier = Frontier.EMPTY;
        for (var framed : LEAVES) {
            roots.add(frontier.root());
            frontier = frontier.plus(Hash.leaf(Arrays.copyOfRange(framed, 2, framed.length)));
        }
        return roots;
    }

    /// What the outside world has been told of.
    private static final class Day {
        final CrashDisk disk = new CrashDisk();
        final LogOnDisk log = new LogOnDisk(disk);
        final List<Published> acknowledged = new ArrayList<>();

        void play() {
            var privateDays = new PrivateDays(disk, Path.of("/private"));
            var journal = log.open();
            for (long size : GROUPS) {
                for (long index = journal.size(); index < size; index++) {
                    privateDays.append(DAY, opening(index));
                }
                privateDays.force();
                acknowledged.add(log.commit(journal, size));
                journal.writeCheckpointFile();
                if (size == REOPENED_AT) {
                    journal.close();
                    journal = log.open();
                }
            }
            journal.close();
            privateDays.close();
        }

        long acknowledgedSize() {
            return acknowledged.isEmpty() ? 0 : acknowledged.getLast().size();
        }

        /// Nothing that was acknowledged is lost or changed, and the branch goes on.
        void startAgain() {
            try (var journal = log.open();
                    var privateDays = new PrivateDays(disk, Path.of("/private"))) {
                long size = journal.size();
                assertThat(size).isGreaterThanOrEqualTo(acknowledgedSize());
                assertBundles(journal, size);
                assertThat(privateDays.read(DAY).stream().map(it -> new String(it, UTF_8)))
                        .containsAll(openings(size));
                privateDays.append(DAY, opening(size));
                privateDays.force();
                log.commit(journal, size + 1);
            }
            for (var checkpoint : log.signed()) {
                assertThat(checkpoint.root()).isEqualTo(ROOTS.get((int) checkpoint.size()));
            }
        }

        private static void assertBundles(Journal journal, long size) {
            for (long bundle = 0; bundle * 256 < size; bundle++) {
                long end = Math.min(size, bundle * 256 + 256);
                var bytes = new ByteArrayOutputStream();
                LEAVES.subList((int) bundle * 256, (int) end).forEach(bytes::writeBytes);
                assertThat(journal.file(TilePath.entries(bundle, (int) (end - bundle * 256))))
                        .hasValue(bytes.toByteArray());
            }
        }

        private static byte[] opening(long index) {
            return ("{\"i\":" + index + "}").getBytes(UTF_8);
        }

        private static List<String> openings(long size) {
            return LongStream.range(0, size)
                    .mapToObj(index -> new String(opening(index), UTF_8))
                    .toList();
        }
    }

    private record End(String name, Consumer<CrashDisk> event) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> faultsAndEnds() {
        var ends = new ArrayList<End>();
        ends.add(new End("killed", CrashDisk::kill));
        for (var loss : Loss.values()) {
            ends.add(new End("power cut, " + loss, disk -> disk.crash(loss)));
        }
        long seed = new Random().nextLong();
        ends.add(
                new End(
                        "power cut, mixed with seed " + seed,
                        disk -> {
                            var fates = new Random(seed);
                            var losses = List.of(Loss.values());
                            disk.crash(() -> losses.get(fates.nextInt(losses.size())));
                        }));
        return ends.stream()
                .flatMap(end ->
                        Stream.of(Fault.REFUSED, Fault.PARTIAL)
                                .map(fault -> Arguments.of(fault, end)));
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @MethodSource("faultsAndEnds")
    void losesNothingAcknowledgedWhicheverCallFails(Fault fault, End end) {
        long calls = callsOfADay();
        for (long call = 1; call <= calls; call++) {
            var day = new Day();
            day.disk.failAt(call, fault);
            assertThatThrownBy(day::play).isInstanceOf(JournalException.class);
            end.event().accept(day.disk);
            day.startAgain();
            // What the start has signed is as durable as what the day has signed.
            day.disk.crash(Loss.EVERYTHING);
            day.startAgain();
        }
    }

    @Test
    void losesNothingAcknowledgedWhereverThePowerIsCut() {
        var whole = new Day();
        whole.play();
        for (var loss : Loss.values()) {
            var day = new Day();
            day.play();
            day.disk.crash(loss);
            day.startAgain();
            assertThat(day.log.signed()).containsAll(whole.log.signed());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, write", "2, force", "3, read"})
    void signsNothingAfterAFaultOfTheBundleAndRefusesToGoOn(int call, String name) {
        var disk = new CrashDisk();
        var log = new LogOnDisk(disk);
        var journal = log.open();
        log.commit(journal, 3);
        disk.failAt(call, Fault.REFUSED);
        assertThatThrownBy(() -> log.commit(journal, 5))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("entries 3 to 4 did not become durable")
                .hasMessageContaining("could not " + name + " /log/tile/entries/000");
        assertThatThrownBy(() -> journal.append(started(5)))
                .hasMessageContaining("the journal stopped at a fault");
        assertThatThrownBy(journal::commit).hasMessageContaining("the journal stopped at a fault");
        assertThat(log.signed()).hasSize(1);
        assertThat(journal.published().orElseThrow().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"4, write", "5, force"})
    void publishesNothingThatTheSignedCopyDoesNotRemember(int call, String name) {
        var disk = new CrashDisk();
        var log = new LogOnDisk(disk);
        var journal = log.open();
        log.commit(journal, 3);
        disk.failAt(call, Fault.REFUSED);
        assertThatThrownBy(() -> log.commit(journal, 4))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("could not " + name + " /signed/checkpoint.1");
        assertThat(journal.published().orElseThrow().size()).isEqualTo(3);
        assertThatThrownBy(journal::commit).hasMessageContaining("the journal stopped at a fault");
    }

    @Test
    void signsNothingThatTheFileGivesBackWithOtherBytes() {
        var disk = new CrashDisk();
        var log = new LogOnDisk(disk);
        var journal = log.open();
        log.commit(journal, 3);
        disk.failAt(1, Fault.FLIPPED_BIT);
        assertThatThrownBy(() -> log.commit(journal, 4))
                .isInstanceOf(JournalException.class)
                .hasMessage("entry 3 was read back with other bytes than written");
        assertThat(log.signed()).hasSize(1);
    }

    /// A flipped bit in a derived file or in one signed copy is mended; in anything else it is
    /// found.
    @Test
    void neverSignsAnotherLogWhicheverWriteIsWrong() {
        long calls = callsOfADay();
        int mended = 0;
        for (long call = 1; call <= calls; call++) {
            var day = new Day();
            day.disk.failAt(call, Fault.FLIPPED_BIT);
            try {
                day.play();
                day.disk.crash(Loss.EVERYTHING);
                day.startAgain();
                mended++;
            } catch (JournalException e) {
                assertThat(e)
                        .hasMessageMatching(
                                "(?s).*(read back with|other bytes|person has looked).*");
            }
            for (var checkpoint : day.log.signed()) {
                assertThat(checkpoint.root()).isEqualTo(ROOTS.get((int) checkpoint.size()));
            }
        }
        assertThat(mended).isPositive();
    }

    private static long callsOfADay() {
        var day = new Day();
        day.play();
        assertThat(day.acknowledgedSize()).isEqualTo(GROUPS.getLast());
        return day.disk.calls();
    }
}
