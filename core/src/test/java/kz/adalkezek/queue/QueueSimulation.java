package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Seeded days of all commands: retries, two desks at once, a clock that goes back, starts from the
/// bytes in the middle of a day. After each day everything that must always hold is checked.
class QueueSimulation {

    private static final int BRANCHES = 16;
    private static final int DAYS = 3;
    private static final int COMMANDS_A_DAY = 250;

    static LongStream seeds() {
        return new Random().longs(BRANCHES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsThePromiseOnRandomDays(long seed) {
        var random = new Random(seed);
        boolean grounds = random.nextInt(3) > 0;
        var crowd = new Crowd(random, grounds);
        var holds = new AlwaysHolds(grounds);
        int read = 0;
        crowd.foundsTheBranch();
        for (int day = 0; day < DAYS; day++) {
            crowd.opensTheDay(day);
            for (int i = 0; i < COMMANDS_A_DAY; i++) {
                crowd.somebodyAsks();
            }
            crowd.closesTheDay();
            var log = crowd.branch().log();
            for (var entry : log.subList(read, log.size())) {
                holds.read(entry);
            }
            read = log.size();
        }
        assertThat(crowd.alone().merged()).as("seed %s", seed).isPositive();
        assertThat(Restarted.fold(Line.EMPTY, crowd.branch().log()))
                .isEqualTo(crowd.branch().line());
    }
}
