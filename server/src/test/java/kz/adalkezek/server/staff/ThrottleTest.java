package kz.adalkezek.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ThrottleTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T04:00:00Z");
    private static final String AIGERIM = "aigerim@10.0.0.5";
    private static final int FREE = 3;

    private final Throttle throttle = new Throttle(FREE);

    @Test
    void costsNothingUntilTheFreeAttemptsAreUsed() {
        fail(FREE - 1, MORNING);
        assertThat(throttle.wait(AIGERIM, MORNING)).isZero();

        fail(1, MORNING);
        assertThat(throttle.wait(AIGERIM, MORNING)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doublesTheWaitWithEachFurtherFailure() {
        fail(FREE + 3, MORNING);

        assertThat(throttle.wait(AIGERIM, MORNING)).isEqualTo(Duration.ofSeconds(8));
        assertThat(throttle.wait(AIGERIM, MORNING.plusMillis(7_999))).isPositive();
        assertThat(throttle.wait(AIGERIM, MORNING.plusSeconds(8))).isZero();
    }

    @Test
    void neverAsksForMoreThanFiveMinutes() {
        fail(1_000, MORNING);

        assertThat(throttle.wait(AIGERIM, MORNING)).isEqualTo(Throttle.WAIT_MAX);
    }

    @Test
    void forgetsAfterAQuarterOfAnHourOfSilence() {
        fail(FREE + 3, MORNING);

        fail(1, MORNING.plus(Throttle.FORGET_AFTER));

        assertThat(throttle.wait(AIGERIM, MORNING.plus(Throttle.FORGET_AFTER))).isZero();
    }

    @Test
    void forgetsWithTheRightPassword() {
        fail(FREE + 3, MORNING);

        throttle.succeeded(AIGERIM);

        assertThat(throttle.wait(AIGERIM, MORNING)).isZero();
    }

    @Test
    void leavesEverybodyElseAlone() {
        fail(FREE + 3, MORNING);

        assertThat(throttle.wait("aigerim@10.0.0.6", MORNING)).isZero();
    }

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            throttle.failed(AIGERIM, at);
        }
    }
}
