package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kz.adalkezek.audit.Finding.LawBroken;
import kz.adalkezek.audit.Finding.Overridden;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void agreesWithALawfulWriterOnEveryKindOfEvent(long seed) {
        var town = BusyDays.of(seed, 3_000, 400);
        var replay = new Replay();
        assertThat(replay.next(town.log())).allMatch(f -> f instanceof Overridden);
        assertThat(replay.end()).isEmpty();
        assertThat(replay.line()).isEqualTo(town.line());
        assertThat(replay.tally().entries()).isEqualTo(town.log().size());
    }

    @Test
    void hasSeenEveryTypeThatTheLawWrites() {
        Set<String> types = new HashSet<>();
        for (var entry : BusyDays.of(11, 8_000, 400).log()) {
            types.add(EventCodec.type(entry.event()));
        }
        assertThat(types)
                .contains("call.withdrawn", "call.unanswered", "call.repeated", "call.shown")
                .contains("ground.shown", "ground.not-shown", "ticket.restored", "ticket.voided")
                .contains("service.parked", "service.resumed", "call.returned")
                .contains("visit.coming", "rated")
                .contains("service.added", "document.requested")
                .contains("service.transferred", "service.direct", "desk.taken")
                .contains("desk.paused", "desk.resumed")
                .contains("ticket.left", "desk.closed", "day.closed", "refused");
    }

    @Test
    void beginsAtADayThatIsBelieved() {
        var log = BusyDays.of(16, 2_000, 200).log();
        int day = 0;
        for (int i = 0; i < 1_500; i++) {
            day = log.get(i).event() instanceof Event.DayOpened ? i : day;
        }
        var opened = (Event.DayOpened) log.get(day).event();
        var replay = new Replay(Line.before(day, opened));
        assertThat(replay.next(log.subList(day, log.size())))
                .allMatch(finding -> finding instanceof Overridden);
    }

    @Test
    void saysThatTheLastCommandIsIncomplete() {
        var log = new ArrayList<>(BusyDays.of(17, 500, 200).log());
        while (log.getLast().more() == 0) {
            log.removeLast();
        }
        var replay = new Replay();
        assertThat(replay.next(log)).allMatch(finding -> finding instanceof Overridden);
        assertThat(replay.end())
                .singleElement()
                .isInstanceOfSatisfying(
                        LawBroken.class,
                        broken -> assertThat(broken.index()).isEqualTo(log.size() - 1));
    }

    @Test
    void keepsNoMoreOfACommandThanThereCanBe() {
        var town = Town.open();
        town.takes(Town.SOC);
        town.takes(Town.SOC);
        town.closesDay();
        var log = town.log();
        int closing = log.getLast().more() + 1;
        while (log.get(log.size() - closing - 1).request().equals(log.getLast().request())) {
            closing++;
        }
        assertThat(closing).isEqualTo(5);
        assertThat(new Replay(Line.EMPTY, 5, Optional.empty()).next(log)).isEmpty();
        assertThat(new Replay(Line.EMPTY, 4, Optional.empty()).next(log))
                .first()
                .extracting(Finding::sentence)
                .asString()
                .contains("says that 1 more of its command follow, but no command is so long");
    }

    @Test
    void answersWhateverAFlippedBitMakesOfAnEntry() {
        var random = new Random(18);
        var line = Line.EMPTY;
        int judged = 0;
        for (var entry : BusyDays.of(18, 1_500, 300).log()) {
            for (int i = 0; i < 40; i++) {
                var bytes = EventCodec.encode(entry);
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                judged += judge(line, bytes);
            }
            line = line.after(entry);
        }
        assertThat(judged).isPositive();
    }

    /// @return 1 if the bytes were an event
    private static int judge(Line line, byte[] bytes) {
        Entry entry;
        try {
            entry = EventCodec.decode(bytes);
        } catch (IllegalArgumentException _) {
            return 0;
        }
        var replay = new Replay(line);
        replay.next(entry);
        replay.end();
        return 1;
    }

    @Test
    void countsWhatItDoesNotKeep() {
        var findings = new Findings();
        var at = Instant.EPOCH;
        for (int i = 0; i <= Findings.KEPT_MAX; i++) {
            findings.add(new Overridden(i, at, Town.DESK_3, "o-aida", new Code("emergency")));
        }
        assertThat(findings.overrides().first()).hasSize(Findings.KEPT_MAX);
        assertThat(findings.overrides().count()).isEqualTo(Findings.KEPT_MAX + 1L);
        assertThat(List.of(findings.log().isEmpty(), findings.law().isEmpty())).containsOnly(true);
    }
}
