package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import kz.adalkezek.clocks.Clock;
import kz.adalkezek.clocks.Clocks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The clocks of every visit agree with a second reading of the law on random days of all commands,
/// and add up after each entry.
class ClocksTwinTest {

    private static final int BRANCHES = 12;
    private static final int DAYS = 3;
    private static final int COMMANDS_A_DAY = 200;

    private final Clocks clocks = new Clocks();
    private final SecondReading second = new SecondReading();
    private final Timelines timelines = new Timelines();

    static LongStream seeds() {
        return new Random().longs(BRANCHES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreeWithASecondReading(long seed) {
        var random = new Random(seed);
        var crowd = new Crowd(random, random.nextBoolean());
        int read = 0;
        crowd.foundsTheBranch();
        for (int day = 0; day < DAYS; day++) {
            crowd.opensTheDay(day);
            for (int i = 0; i < COMMANDS_A_DAY; i++) {
                crowd.somebodyAsks();
            }
            crowd.closesTheDay();
            var log = crowd.branch().log();
            log.subList(read, log.size()).forEach(this::agreeOn);
            read = log.size();
            assertThat(clocks.visits()).isNotEmpty();
        }
    }

    private void agreeOn(Entry entry) {
        timelines.beforeReading(entry, second);
        second.read(entry);
        timelines.afterReading(entry, second);
        clocks.read(entry);
        second.people().keySet().forEach(visit -> agreeOn(visit, entry.at()));
    }

    private void agreeOn(VisitId id, Instant now) {
        var visit = clocks.visit(id).orElseThrow();
        assertThat(visit.addUp()).as("the clocks of %s add up", visit).isTrue();
        var expected = timelines.spentMs(id, now);
        for (var clock : Clock.values()) {
            assertThat(visit.ms(clock)).as("%s of %s", clock, visit).isEqualTo(expected.get(clock));
        }
    }
}
