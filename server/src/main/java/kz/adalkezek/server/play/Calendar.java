package kz.adalkezek.server.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/// On which days the branch works, and how busy they are.
record Calendar(Set<LocalDate> holidays, Habits habits) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Calendar {
        holidays = Set.copyOf(holidays);
    }

    /// With the holidays that the text of the catalogue lists.
    static Calendar of(Premises premises) {
        var holidays = new HashSet<LocalDate>();
        try {
            var rows = JSON.readTree(premises.catalogue().text()).path("holidays").path("rows");
            rows.forEach(row -> holidays.add(LocalDate.parse(row.path("date").asText())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a catalogue that was read before is no JSON", e);
        }
        return new Calendar(holidays, premises.habits());
    }

    LocalDate workingDayAfter(LocalDate day) {
        var next = day.plusDays(1);
        while (!isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /// How many times as many people come as on an ordinary day.
    double factor(LocalDate day) {
        double weekday = habits.weekday().getOrDefault(day.getDayOfWeek(), 1.0);
        return holidays.contains(day.minusDays(1)) ? weekday * habits.dayAfterHoliday() : weekday;
    }
}
