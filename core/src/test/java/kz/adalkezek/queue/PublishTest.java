package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Event.DeviceKind;
import org.junit.jupiter.api.Test;

/// Policies and catalogues are published before they take effect, and stay small enough for the one
/// entry that carries them to the next day.
class PublishTest {

    private final Day day = new Day();

    @Test
    void beginsNowOrLaterAndNeverBefore() {
        var now = day.now();
        assertThat(why(day.publishes(now.minusMillis(1), policy("test-2"))))
                .isEqualTo(Refusal.BEGINS_IN_THE_PAST);
        assertThat(day.publishes(now, policy("test-2"))).isInstanceOf(Accepted.class);
        assertThat(why(catalogue(now.minusMillis(1), "catalogue-2")))
                .isEqualTo(Refusal.BEGINS_IN_THE_PAST);
        assertThat(catalogue(now, "catalogue-2")).isInstanceOf(Accepted.class);
    }

    @Test
    void givesAVersionToOneTextOnly() {
        assertThat(why(day.publishes(day.now(), policy("test-1"))))
                .isEqualTo(Refusal.VERSION_TAKEN);
        assertThat(why(catalogue(day.now(), "test-1"))).isEqualTo(Refusal.VERSION_TAKEN);
    }

    @Test
    void isInForceByTheLatestBeginningAndThenTheLaterIndex() {
        var later = day.now().plusSeconds(60);
        day.publishes(later, policy("later"));
        day.publishes(day.now(), policy("now-a"));
        day.publishes(day.now(), policy("now-b"));
        assertThat(inForceAt(day.now())).isEqualTo("now-b");
        assertThat(inForceAt(later.minusMillis(1))).isEqualTo("now-b");
        assertThat(inForceAt(later)).isEqualTo("later");
    }

    @Test
    void crossesTheDayUnlessSomethingLaterHasReplacedIt() {
        day.publishes(day.now(), policy("test-2"));
        day.publishes(day.now().plusSeconds(60), policy("test-3"));
        day.closes();
        day.opens(LocalDate.of(2026, 11, 24));
        assertThat(day.line().rulebook().policies())
                .extracting(published -> published.policy().version())
                .containsExactly("test-2", "test-3");
    }

    @Test
    void refusesAPolicyOfMoreThanThirtyThousandBytes() {
        assertThat(PolicyCodec.text(longPolicy("test-2", 30_000))).hasSize(30_000);
        assertThat(day.publishes(day.now(), longPolicy("test-2", 30_000)))
                .isInstanceOf(Accepted.class);
        assertThat(why(day.publishes(day.now(), longPolicy("test-3", 30_001))))
                .isEqualTo(Refusal.POLICY_TOO_LONG);
    }

    @Test
    void refusesMoreThanOneEntryCanCarryToTheNextDay() {
        day.publishes(day.now(), longPolicy("test-2", 29_000));
        day.publishes(day.now().plusSeconds(60), longPolicy("test-3", 25_000));
        assertThat(why(day.publishes(day.now().plusSeconds(61), longPolicy("test-4", 29_000))))
                .isEqualTo(Refusal.TOO_MUCH_TO_CARRY);
        assertThat(why(catalogue(day.now(), "catalogue-2", groups(200))))
                .isEqualTo(Refusal.TOO_MUCH_TO_CARRY);
        assertThat(enrolsUntilRefused()).isEqualTo(Refusal.TOO_MUCH_TO_CARRY);
        day.closes();
        assertThat(day.opens(LocalDate.of(2026, 11, 24))).isInstanceOf(Accepted.class);
        assertThat(EventCodec.encode(day.log().getLast()).length)
                .isBetween(55_000, EntryBundle.ENTRY_MAX_BYTES);
    }

    @Test
    void refusesADayWhoseCountersNoEntryCanCarry() {
        day.publishes(day.now(), longPolicy("test-2", 29_000));
        day.closes();
        var counters = new TreeMap<DeskId, Code>();
        for (int i = 1; i <= DeskId.LAST_COUNTER; i++) {
            counters.put(new DeskId(i), new Code("h" + "x".repeat(39)));
        }
        var opens =
                new Command.OpenDay(
                        day.request(), Day.operator(3), LocalDate.of(2026, 11, 24), counters);
        assertThat(why(day.asks(opens))).isEqualTo(Refusal.TOO_MUCH_TO_CARRY);
    }

    @Test
    void knowsNoCatalogueWithAWrongLetterNameOrHash() {
        assertThatThrownBy(() -> catalogue(day.now(), "c", Map.of(Day.SOC, 'К')))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> catalogue(day.now(), "c".repeat(41)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> catalogue(day.now(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsAtMostTwoHundredGroups() {
        assertThat(catalogue(day.now(), "catalogue-2", groups(200))).isInstanceOf(Accepted.class);
        assertThatThrownBy(() -> catalogue(day.now(), "catalogue-3", groups(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void enrolsAtMostTwoHundredDevices() {
        assertThat(enrolsUntilRefused()).isEqualTo(Refusal.TOO_MUCH_TO_CARRY);
        assertThat(day.line().hall().devices()).hasSize(200);
    }

    @Test
    void closesTheLargestDayInOneEntry() {
        var byGroup = Sorted.<GroupCode, Integer>empty();
        for (var group : groups(200).keySet()) {
            byGroup = byGroup.put(group, 99_999);
        }
        var byTaker = Sorted.<String, Integer>empty();
        for (int i = 0; i <= Carried.DEVICES_MAX; i++) {
            byTaker = byTaker.put("k" + (10_000 + i) + "x".repeat(26), 99_999);
        }
        var byDesk = Sorted.<DeskId, Integer>empty();
        for (int i = 1; i <= DeskId.LAST_COUNTER; i++) {
            byDesk = byDesk.put(new DeskId(i), 99_999);
        }
        var chosen = new TreeMap<String, Integer>();
        for (int i = 0; i < 1_000; i++) {
            chosen.put("S" + (1_000 + i) + "x".repeat(35), 99_999);
        }
        var opened = new Opened(chosen, chosen, chosen).merged();
        var closed =
                new Event.DayClosed(
                        LocalDate.of(2026, 11, 23),
                        new Totals(byGroup, byGroup, byTaker, byDesk, byDesk),
                        opened);
        assertThat(opened.services()).hasSize(101).containsEntry(Opened.MERGED, 900 * 99_999);
        assertThat(opened.merged()).isEqualTo(opened);
        day.happens(Actor.BRANCH, 0, closed);
        assertThat(EventCodec.encode(day.log().getLast()).length)
                .isBetween(50_000, EntryBundle.ENTRY_MAX_BYTES);
    }

    @Test
    void knowsNoDeviceOrCounterWithoutAHall() {
        var device = new DeviceId("k2");
        assertThatThrownBy(() ->
                        new Command.EnrolDevice(
                                day.request(), Actor.BRANCH, device, DeviceKind.KIOSK, Code.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        var counters = Map.of(new DeskId(3), Code.NONE);
        assertThatThrownBy(() ->
                        new Command.OpenDay(day.request(), Actor.BRANCH, LocalDate.EPOCH, counters))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Refusal enrolsUntilRefused() {
        for (int i = 0; i < 1_000; i++) {
            var enrols =
                    new Command.EnrolDevice(
                            day.request(),
                            Day.operator(3),
                            new DeviceId("d" + i),
                            DeviceKind.BOARD,
                            Day.HALL);
            if (day.asks(enrols) instanceof Decision.Refused(var why, _)) {
                return why;
            }
        }
        throw new AssertionError("a thousand devices were enrolled");
    }

    private String inForceAt(Instant instant) {
        return day.line().rulebook().policyAt(instant).orElseThrow().version();
    }

    private Decision catalogue(Instant from, String version) {
        return catalogue(from, version, Map.of(Day.SOC, 'K'));
    }

    private Decision catalogue(Instant from, String version, Map<GroupCode, Character> letters) {
        return day.asks(
                new Command.PublishCatalogue(
                        day.request(), Actor.BRANCH, from, version, Day.COMMITMENT, letters));
    }

    private static Map<GroupCode, Character> groups(int count) {
        var letters = new TreeMap<GroupCode, Character>();
        for (int i = 0; i < count; i++) {
            letters.put(new GroupCode("G" + (1_000 + i) + "-LONG-NAME-"), 'K');
        }
        return letters;
    }

    private static Policy policy(String version) {
        return SamplePolicy.helpingAfter(version, 10);
    }

    private static Policy longPolicy(String version, int bytes) {
        int missing = bytes - PolicyCodec.text(SamplePolicy.citing(version, "")).length;
        return SamplePolicy.citing(version, "x".repeat(missing));
    }
}
