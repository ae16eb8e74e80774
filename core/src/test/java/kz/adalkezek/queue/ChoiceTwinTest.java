package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The choice and the overtakes of the product agree with a second reading of the law, in
/// situations that no command would ever bring about: claims to come, fair times without reason,
/// overrides, desks with any groups.
class ChoiceTwinTest {

    private static final int DAYS = 60;
    private static final int EVENTS = 160;
    private static final int DESKS = 4;

    static LongStream seeds() {
        return new Random().longs(DAYS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithASecondReadingOfTheLaw(long seed) {
        var random = new Random(seed);
        var day = new AnyDay(random);
        for (int i = 0; i < EVENTS; i++) {
            day.anythingHappens();
            for (int j = 0; j < DESKS; j++) {
                agree(day, random);
            }
        }
        assertThat(day.line().people().visits())
                .allSatisfy(pair ->
                        assertThat((long) pair.value().lawfulOvertakes())
                                .isEqualTo(day.second().person(pair.key()).lawfulOvertakes()));
    }

    private static void agree(AnyDay day, Random random) {
        var primary = someGroups(random);
        var secondary = someGroups(random);
        var counter = new DeskId(1 + random.nextInt(4));
        var desk = Desk.opened(counter, Day.operator(9), primary, secondary);
        var groups = SecondReading.Groups.of(counter, primary, secondary);
        var now = day.line().at().plus(Duration.ofSeconds(random.nextInt(900)));
        var policy = day.line().rulebook().policyAt(now).orElseThrow();
        assertThat(policy).isEqualTo(day.second().policyAt(now));
        var pick = day.second().next(groups, now);
        assertThat(Rules.next(day.line(), desk, now, policy))
                .isEqualTo(pick.map(SecondReading.Pick::visit));
        assertThat(
                        Choice.next(day.line(), desk, now, policy)
                                .map(c ->
                                        new SecondReading.Pick(c.visit(), c.rule(), c.eligible())))
                .isEqualTo(pick);
        var eligible = day.second().eligible(groups, now);
        if (!eligible.isEmpty()) {
            var called = eligible.get(random.nextInt(eligible.size())).visit;
            var overtaken =
                    Choice.overtaken(day.line(), desk, day.line().people().known(called), now);
            assertThat(overtaken).doesNotHaveDuplicates();
            assertThat(new HashSet<>(overtaken))
                    .isEqualTo(day.second().overtaken(groups, called, now));
        }
    }

    private static List<GroupCode> someGroups(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> AnyDay.GROUPS.get(random.nextInt(AnyDay.GROUPS.size())))
                .toList();
    }
}
