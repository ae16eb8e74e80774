package kz.adalkezek.server.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.server.branch.Schedule.Hours;
import kz.adalkezek.server.branch.Schedule.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Hours MORNING = hours("09:00", "13:00");
    private static final Hours AFTERNOON = hours("14:00", "18:00");

    /// Monday and Tuesday with a break; Tuesday 2027-03-23 is Nauryz, Saturday 2027-03-27 is worked
    /// in its place.
    private static final Schedule VILLAGE =
            new Schedule(
                    ALMATY,
                    Map.of(
                            DayOfWeek.MONDAY, List.of(MORNING, AFTERNOON),
                            DayOfWeek.TUESDAY, List.of(MORNING, AFTERNOON)),
                    Map.of(
                            LocalDate.parse("2027-03-23"),
                            new Special(List.of(), Map.of("kk", "Наурыз мейрамы")),
                            LocalDate.parse("2027-03-27"),
                            new Special(List.of(MORNING), Map.of("kk", "Жұмыс күні"))));

    @ParameterizedTest(name = "at {0} it opens at {1}")
    @CsvSource({
        "2027-03-22T08:59:59.999, 2027-03-22T09:00",
        "2027-03-22T09:00,        2027-03-22T09:00",
        "2027-03-22T12:59:59.999, 2027-03-22T12:59:59.999",
        "2027-03-22T13:00,        2027-03-22T14:00",
        "2027-03-22T18:00,        2027-03-27T09:00",
        "2027-03-23T10:00,        2027-03-27T09:00",
        "2027-03-27T13:00,        2027-03-29T09:00",
        "2027-03-16T18:00,        2027-03-22T09:00"
    })
    void opensByTheHoursOfTheDay(String at, String opens) {
        assertThat(VILLAGE.opensAt(local(at))).contains(local(opens));
    }

    @Test
    void namesADayThatIsDifferent() {
        assertThat(VILLAGE.special(local("2027-03-23T00:00")).map(Special::name))
                .contains(Map.of("kk", "Наурыз мейрамы"));
        assertThat(VILLAGE.special(local("2027-03-24T00:00"))).isEmpty();
    }

    @Test
    void looksAYearAheadAndNoFurther() {
        var last = LocalDate.parse("2027-03-22").plusDays(Schedule.AHEAD_MAX_DAYS - 1);
        assertThat(once(last).opensAt(local("2027-03-22T10:00"))).isPresent();
        assertThat(once(last.plusDays(1)).opensAt(local("2027-03-22T10:00")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void hoursEndAfterTheyBegin() {
        assertThat(hours("09:00", "09:01").until()).isEqualTo(LocalTime.of(9, 1));
        assertThatThrownBy(() -> hours("09:00", "09:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Schedule once(LocalDate date) {
        return new Schedule(
                ALMATY,
                Map.of(),
                Map.of(date, new Special(List.of(MORNING), Map.of("kk", "Жұмыс күні"))));
    }

    private static Hours hours(String from, String until) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(ALMATY).toInstant();
    }
}
