package kz.adalkezek.kiosk.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-23T07:00:00Z");

    private Instant machine = NOON;
    private final AtomicLong nanos = new AtomicLong(-5);
    private Path file;

    @BeforeEach
    void inAFolder(@TempDir Path dir) {
        file = dir.resolve("branch-time");
    }

    @Test
    void goesOnFromWhatTheBranchToldWhateverTheMachineSays() throws IOException {
        var time = time();
        machine = NOON.minusSeconds(7_200);
        time.told(NOON, Duration.ofMillis(40));
        assertThat(time.isWrong()).isTrue();
        nanos.addAndGet(Duration.ofMinutes(90).toNanos());
        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(5_400).plusMillis(20));
    }

    @Test
    void noticesAClockThatIsMovedWhileTheBranchIsAway() throws IOException {
        var time = time();
        time.told(NOON, Duration.ZERO);
        passes(Duration.ofMinutes(5));
        assertThat(time.instant()).isEqualTo(machine);
        machine = machine.plusSeconds(3_600);
        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void startsWithoutTheBranchNotBeforeWhatItWasTold() throws IOException {
        time().told(NOON, Duration.ZERO);
        machine = Instant.EPOCH;
        assertThat(time().instant()).isEqualTo(NOON);
        machine = NOON.plusSeconds(600);
        assertThat(time().instant()).isEqualTo(NOON.plusSeconds(600));
    }

    @ParameterizedTest
    @CsvSource({"5000, false", "5001, true", "-5000, false", "-5001, true"})
    void callsAClockWrongBeyondFiveSeconds(long aheadMillis, boolean wrong) throws IOException {
        var time = time();
        machine = NOON.plusMillis(aheadMillis);
        time.told(NOON, Duration.ZERO);
        assertThat(time.isWrong()).isEqualTo(wrong);
    }

    @Test
    void callsNoClockWrongBesideABranchThatIsPlayed() throws IOException {
        var time = new BranchTime(file, () -> machine, nanos::get, false);
        machine = NOON.plusSeconds(86_400);
        time.told(NOON, Duration.ZERO);
        assertThat(time.isWrong()).isFalse();
        assertThat(time.instant()).isEqualTo(NOON);
    }

    private void passes(Duration time) {
        machine = machine.plus(time);
        nanos.addAndGet(time.toNanos());
    }

    private BranchTime time() throws IOException {
        return new BranchTime(file, () -> machine, nanos::get);
    }
}
