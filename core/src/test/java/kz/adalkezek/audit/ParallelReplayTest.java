package kz.adalkezek.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kz.adalkezek.queue.Carried;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Days replayed side by side say the same, in the same order, as the whole log in one go: of sound
/// logs, and of logs that are wrong at any place.
class ParallelReplayTest {

    private static final int THREADS = 3;
    private static final int DAY_STEPS = 60;

    private final Path data;

    ParallelReplayTest(@TempDir Path data) {
        this.data = data;
    }

    /// @return what both have said
    private String agree(List<byte[]> leaves) throws IOException {
        var log = LogFolder.branch(data, List.of());
        LogFolder.write(log, leaves, false);
        var one = said(1);
        assertThat(said(THREADS)).isEqualTo(one);
        return one;
    }

    /// Everything that is said in words and to programs.
    private String said(int threads) throws IOException {
        var options =
                ((Options.Parsed.Given) Options.parse(new String[] {data.toString()})).options();
        var source = LogSource.of(options.place());
        var key = Notes.key(source, options);
        var checkpoint = Notes.checkpoint(source, key.key(), new Findings()).orElseThrow();
        var outcome = new Reading(source, key, checkpoint, options).outcome(threads);
        var out = new ByteArrayOutputStream();
        new Report(new PrintStream(out, true, UTF_8)).print(outcome);
        try (var json = new JsonReport(out)) {
            json.write(outcome);
        }
        return out.toString(UTF_8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void sayTheSameOfSoundDays(long seed) throws IOException {
        var log = BusyDays.of(seed, 3_000, DAY_STEPS).log();
        assertThat(agree(LogFolder.bytes(log)))
                .contains("SOUND")
                .contains("Size:       " + log.size())
                .contains("\"day\" : \"2026-11-23\"", "\"day\" : \"2026-12-05\"");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43})
    void sayTheSameWhereverEntriesAreForged(long seed) throws IOException {
        var random = new Random(seed);
        var log = BusyDays.of(seed, 1_000, DAY_STEPS).log();
        for (int i = 0; i < 10; i++) {
            var leaves = new ArrayList<>(LogFolder.bytes(log));
            for (int forged = 0; forged <= random.nextInt(3); forged++) {
                forge(leaves, random);
            }
            agree(leaves);
        }
    }

    /// Signed as it is: the writer itself has lied.
    private static void forge(List<byte[]> leaves, Random random) {
        int at = random.nextInt(leaves.size());
        var text = new String(leaves.get(at), UTF_8);
        leaves.set(
                at,
                switch (random.nextInt(7)) {
                    case 0 -> text.replaceFirst("\"visit\":(\\d)", "\"visit\":1$1").getBytes(UTF_8);
                    case 1 -> text.replaceFirst("\"desk\":3", "\"desk\":5").getBytes(UTF_8);
                    case 2 -> text.replaceFirst("\"at\":17", "\"at\":18").getBytes(UTF_8);
                    case 3 ->
                            text.replaceFirst("\"overtaken\":\\d", "\"overtaken\":9")
                                    .getBytes(UTF_8);
                    case 4 ->
                            text.replaceFirst(",\"request\"", ",\"more\":1,\"request\"")
                                    .getBytes(UTF_8);
                    case 5 -> text.replaceFirst(":", ": ").getBytes(UTF_8);
                    default -> leaves.get(random.nextInt(leaves.size()));
                });
    }

    @Test
    void sayTheSameOfARequestThatIsSentAgainOnTheNextDay() throws IOException {
        var log = new ArrayList<>(BusyDays.of(51, 1_200, DAY_STEPS).log());
        int day = dayOpened(log, 2);
        var before = log.get(dayOpened(log, 1) + 4).request();
        int again = nextSingle(log, day + 3);
        log.set(again, with(log.get(again), before, log.get(again).event()));
        assertThat(agree(LogFolder.bytes(log)))
                .contains("Entry " + again + " (")
                .contains("its request was answered by entry");
    }

    private static RequestId request(List<Entry> log, int index) {
        return log.get(index).request();
    }

    /// The next command of one entry.
    private static int nextSingle(List<Entry> log, int from) {
        int index = from;
        while (log.get(index).more() > 0
                || request(log, index).equals(request(log, index - 1))
                || request(log, index).equals(request(log, index + 1))) {
            index++;
        }
        return index;
    }

    private static int dayOpened(List<Entry> log, int nth) {
        int seen = 0;
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).event() instanceof Event.DayOpened && seen++ == nth) {
                return i;
            }
        }
        throw new IllegalArgumentException("there are only " + seen + " days");
    }

    private static Entry with(Entry entry, RequestId request, Event event) {
        return new Entry(
                entry.index(), entry.at(), entry.by(), entry.dn(), request, entry.more(), event);
    }

    @Test
    void sayTheSameOfADayThatCarriesAnotherState() throws IOException {
        var log = new ArrayList<>(BusyDays.of(52, 1_200, DAY_STEPS).log());
        int day = dayOpened(log, 2);
        var opened = (Event.DayOpened) log.get(day).event();
        var state = opened.state();
        var other =
                new Carried(
                        state.policies(),
                        state.catalogues(),
                        state.devices(),
                        state.counters(),
                        state.rememberedFrom() - 1,
                        state.bookings(),
                        state.leases(),
                        state.findings());
        var forged = new Event.DayOpened(opened.day(), other, EventCodec.hash(other));
        log.set(day, with(log.get(day), log.get(day).request(), forged));
        assertThat(agree(LogFolder.bytes(log)))
                .contains("Entry " + day + " (day.opened): state.rememberedFrom is");
    }

    @Test
    void sayTheSameOfACommandThatIsCutByTheNextDay() throws IOException {
        var log = new ArrayList<>(BusyDays.of(53, 1_200, DAY_STEPS).log());
        int day = dayOpened(log, 2);
        var last = log.get(day - 1);
        log.set(
                day - 1,
                new Entry(
                        last.index(),
                        last.at(),
                        last.by(),
                        last.dn(),
                        new RequestId(new UUID(9, 9)),
                        1,
                        last.event()));
        assertThat(agree(LogFolder.bytes(log))).contains("says that 1 more of its command follow");
    }

    @Test
    void beginAtADayThatIsNamed() {
        var log = BusyDays.of(54, 1_200, DAY_STEPS).log();
        LogFolder.branch(data, log);
        int day = dayOpened(log, 3);
        var date = ((Event.DayOpened) log.get(day).event()).day().toString();
        var said = Said.verify(data, "--from-day", date);
        assertThat(said.code()).isEqualTo(Verify.SOUND);
        assertThat(said.out())
                .contains("Believed:   the state that entry " + day + " (day.opened) carries.")
                .contains(date + " to ")
                .doesNotContain("Replayed: ");
        assertThat(Said.verify(data, "--from-day", date, "--json").out())
                .contains("\"believed\" : {\n    \"index\" : " + day);
        var nowhere = Said.verify(data, "--from-day", "2026-11-22");
        assertThat(nowhere.code()).isEqualTo(Verify.CANNOT_READ);
        assertThat(nowhere.err()).contains("the log has no day 2026-11-22");
    }

    @Test
    void doNotBelieveAHashThatIsAnother() {
        var log = new ArrayList<>(BusyDays.of(55, 600, DAY_STEPS).log());
        int day = dayOpened(log, 1);
        var opened = (Event.DayOpened) log.get(day).event();
        var forged = new Event.DayOpened(opened.day(), opened.state(), Town.COMMITMENT);
        log.set(day, with(log.get(day), log.get(day).request(), forged));
        LogFolder.branch(data, log);
        var said = Said.verify(data, "--from-day", opened.day().toString());
        assertThat(said.code()).isEqualTo(Verify.LAW_BROKEN);
        assertThat(said.out())
                .contains("Entry " + day + " (day.opened): hash is " + Town.COMMITMENT);
    }
}
