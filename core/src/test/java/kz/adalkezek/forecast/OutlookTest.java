package kz.adalkezek.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import kz.adalkezek.queue.GroupCode;
import org.junit.jupiter.api.Test;

/// What people are told, in a hall whose services take ten minutes by the catalogue.
final class OutlookTest {

    private static final GroupCode SOC = Hall.SOC;
    private static final GroupCode EMP = Hall.EMP;

    private final Hall hall = new Hall();

    @Test
    void nobodyIsToldAnythingBeforeItHasLooked() {
        var visit = hall.takes(SOC, 0);
        assertThat(hall.outlook.of(visit, hall.now)).isEmpty();
        assertThat(hall.outlook.of(SOC, 0)).isEmpty();
    }

    @Test
    void whoeverComesToAFreeDeskWaitsForNothing() {
        hall.opens(1, List.of(SOC), List.of());
        hall.looks();
        assertThat(hall.outlook.of(SOC, 0).orElseThrow().p90()).isZero();
    }

    @Test
    void theNextOneWaitsForOneServiceAndTheOneBehindForTwo() {
        hall.opens(1, List.of(SOC), List.of());
        hall.takes(SOC, 0);
        hall.serves(1);
        var next = hall.takes(SOC, 0);
        var behind = hall.takes(SOC, 0);
        hall.looks();
        double one = hall.p50Minutes(next);
        double two = hall.p50Minutes(behind);
        assertThat(one).isBetween(5.0, 14.0);
        assertThat(two).isBetween(1.5 * one, 3 * one);
        var range = hall.outlook.of(behind, hall.now).orElseThrow();
        assertThat(range.p10()).isLessThan(range.p50());
        assertThat(range.p50()).isLessThan(range.p90());
    }

    @Test
    void aGroundIsTakenIntoAccount() {
        hall.opens(1, List.of(SOC), List.of());
        hall.takes(SOC, 0);
        hall.serves(1);
        for (int i = 0; i < 5; i++) {
            hall.takes(SOC, 0);
        }
        hall.looks();
        var without = hall.outlook.of(SOC, 0).orElseThrow();
        var with = hall.outlook.of(SOC, 30).orElseThrow();
        assertThat(with.p50()).isLessThan(without.p50().dividedBy(2));
    }

    @Test
    void aSecondDeskHalvesTheWait() {
        hall.opens(1, List.of(SOC), List.of());
        hall.takes(SOC, 0);
        hall.serves(1);
        for (int i = 0; i < 8; i++) {
            hall.takes(SOC, 0);
        }
        hall.looks();
        double alone = hall.outlook.of(SOC, 0).orElseThrow().p50().toSeconds();
        hall.opens(2, List.of(SOC), List.of());
        hall.looks();
        double together = hall.outlook.of(SOC, 0).orElseThrow().p50().toSeconds();
        assertThat(together / alone).isCloseTo(0.5, within(0.15));
    }

    @Test
    void whereNoDeskHasTheGroupOneIsExpectedAndNotAtOnce() {
        hall.opens(1, List.of(SOC), List.of());
        hall.looks();
        assertThat(hall.outlook.of(EMP, 0).orElseThrow().p50().toMinutes()).isBetween(3L, 30L);
    }

    @Test
    void learnsThatTheBranchIsFasterThanItsCatalogue() {
        hall.opens(1, List.of(SOC), List.of());
        for (int i = 0; i < 30; i++) {
            hall.takes(SOC, 0);
            hall.serves(1);
            hall.passes(Duration.ofMinutes(2));
            hall.finishes(1);
        }
        hall.takes(SOC, 0);
        hall.serves(1);
        var next = hall.takes(SOC, 0);
        hall.looks();
        assertThat(hall.p50Minutes(next)).isBetween(1.0, 4.0);
        assertThat(hall.outlook.knows(SOC)).isTrue();
        assertThat(hall.outlook.knows(EMP)).isFalse();
    }

    @Test
    void whatIsLeftOfAWaitShrinksWithTheTime() {
        hall.opens(1, List.of(SOC), List.of());
        hall.takes(SOC, 0);
        hall.serves(1);
        var next = hall.takes(SOC, 0);
        hall.looks();
        var told = hall.outlook.of(next, hall.now).orElseThrow();
        hall.passes(Duration.ofMinutes(1));
        var left = hall.outlook.of(next, hall.now).orElseThrow();
        assertThat(left.p90()).isEqualTo(told.p90().minusMinutes(1));
        hall.passes(Duration.ofHours(2));
        assertThat(hall.outlook.of(next, hall.now).orElseThrow().p90()).isZero();
    }

    @Test
    void comparesWhatItToldWithWhatCame() {
        hall.opens(1, List.of(SOC), List.of());
        hall.takes(SOC, 0);
        hall.serves(1);
        hall.takes(SOC, 0);
        hall.looks();
        assertThat(hall.outlook.kept().waits()).isZero();
        hall.passes(Duration.ofHours(3));
        hall.finishes(1);
        hall.serves(1);
        hall.looks();
        assertThat(hall.outlook.kept()).isEqualTo(new Kept(1, 0, 0, 0));
    }
}
