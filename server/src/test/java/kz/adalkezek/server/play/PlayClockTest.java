package kz.adalkezek.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PlayClockTest {

    private static final Instant WALL = Instant.parse("2026-11-22T17:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");

    private final AtomicLong nanos = new AtomicLong(123);
    private final PlayClock clock = new PlayClock(() -> WALL, nanos::get);

    @Test
    void tellsTheWallsTimeUntilItBegins() {
        passes(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(WALL);
        assertThat(clock.nanos()).isEqualTo(nanos.get());
    }

    @Test
    void standsWhereItBegins() {
        clock.begins(NINE, 30);
        passes(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(NINE);
    }

    @Test
    void goesSoManyTimesAsFastAndNoFurtherThanTheNextDeed() {
        clock.begins(NINE, 30);
        clock.holdsAt(NINE.plusSeconds(45));
        passes(Duration.ofMillis(500));
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(15));
        assertThat(clock.takesUntil(NINE.plusSeconds(45))).isEqualTo(Duration.ofSeconds(1));
        passes(Duration.ofSeconds(2));
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(45));
        assertThat(clock.takesUntil(NINE.plusSeconds(45))).isZero();
    }

    @Test
    void catchesUpAfterAMomentAndNotAfterALongTime() {
        clock.begins(NINE, 30);
        clock.holdsAt(NINE);
        passes(Duration.ofSeconds(1));
        clock.holdsAt(NINE.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(30));
        passes(Duration.ofSeconds(10));
        clock.holdsAt(NINE.plusSeconds(120));
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(60));
    }

    @Test
    void leavesANightOut() {
        clock.begins(NINE, 2);
        var morning = NINE.plus(Duration.ofDays(1));
        clock.skipsTo(morning);
        passes(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(morning);
        clock.runs();
        passes(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(morning.plusSeconds(2));
    }

    @Test
    void isNeverSeenToStep() {
        clock.begins(NINE, 3_600);
        clock.instant();
        long before = clock.nanos();
        clock.skipsTo(NINE.plus(Duration.ofDays(1)));
        clock.instant();
        // Between the two questions the branch goes on.
        clock.skipsTo(NINE.plus(Duration.ofDays(2)));
        assertThat(clock.nanos() - before).isEqualTo(Duration.ofDays(1).toNanos());
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
