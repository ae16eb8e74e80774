package kz.adalkezek.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A forecast that is wrong in a lasting way becomes right.
final class TrustTest {

    private static final Range FORECAST =
            new Range(Duration.ofMinutes(12), Duration.ofMinutes(15), Duration.ofMinutes(19));

    @Test
    void tellsTheForecastWhileNothingIsKnown() {
        assertThat(new Trust().told(FORECAST)).isEqualTo(FORECAST);
    }

    @Test
    void holdsEightOfTenThoughEveryWaitIsTwiceAsLongAsForecast() {
        var random = new Random(7);
        var trust = new Trust();
        var kept = Kept.NONE;
        for (int i = 0; i < 5_000; i++) {
            var told = trust.told(FORECAST);
            double minutes = 30 * Math.exp(0.4 * random.nextGaussian());
            var wait = Duration.ofSeconds(Math.round(minutes * 60));
            trust.kept(Trust.kind(FORECAST.p50()), told, wait);
            kept = kept.with(told, wait);
        }
        assertThat((double) kept.inside() / kept.waits()).isCloseTo(0.8, within(0.02));
        assertThat((double) kept.withinP50() / kept.waits()).isCloseTo(0.5, within(0.02));
        assertThat((double) kept.withinP90() / kept.waits()).isCloseTo(0.9, within(0.02));
    }

    @Test
    void keepsTheBoundsInOrder() {
        var trust = new Trust();
        var told = trust.told(FORECAST);
        for (int i = 0; i < 1_000; i++) {
            // Never longer than P10: everything shrinks, the upper bound as well.
            told = trust.told(FORECAST);
            trust.kept(Trust.kind(FORECAST.p50()), told, Duration.ZERO);
            assertThat(told.p10()).isLessThanOrEqualTo(told.p50());
            assertThat(told.p50()).isLessThanOrEqualTo(told.p90());
        }
        assertThat(told.p90()).isLessThan(FORECAST.p90());
    }

    @Test
    void learnsShortWaitsApartFromLongOnes() {
        var trust = new Trust();
        var brief = new Range(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(70));
        for (int i = 0; i < 200; i++) {
            trust.kept(Trust.kind(brief.p50()), trust.told(brief), Duration.ofMinutes(5));
        }
        assertThat(trust.told(brief).p90()).isGreaterThan(brief.p90());
        assertThat(trust.told(FORECAST)).isEqualTo(FORECAST);
    }
}
