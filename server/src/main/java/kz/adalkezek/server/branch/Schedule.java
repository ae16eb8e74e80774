package kz.adalkezek.server.branch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When the branch receives people: the hours of each weekday, and the days that differ. It is told
/// to people, and is no part of the law, which knows only the days that somebody has opened.
///
/// @param week a weekday that is left out is a day off
/// @param special days that differ from their weekday
public record Schedule(
        ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, Special> special) {

    /// How far ahead an opening is looked for.
    public static final int AHEAD_MAX_DAYS = 366;

    /// From an instant of the day up to another one after it.
    public record Hours(LocalTime from, LocalTime until) {
        public Hours {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("the hours end before they begin");
            }
        }
    }

    /// @param hours none on a holiday
    /// @param name why, by language (`kk`, `ru`, `en`)
    public record Special(List<Hours> hours, Map<String, String> name) {
        public Special {
            hours = List.copyOf(hours);
            name = Map.copyOf(name);
        }
    }

    public Schedule {
        week = Map.copyOf(week);
        special = Map.copyOf(special);
    }

    /// In the order of the day.
    public List<Hours> on(LocalDate date) {
        var differs = special.get(date);
        return differs == null
                ? week.getOrDefault(date.getDayOfWeek(), List.of())
                : differs.hours();
    }

    /// What is special about the day of this instant, if anything is.
    public Optional<Special> special(Instant now) {
        return Optional.ofNullable(special.get(LocalDate.ofInstant(now, zone)));
    }

    /// When it opens next, if it is closed by its hours now; the present instant, if it is open.
    public Optional<Instant> opensAt(Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        for (var date = today;
                date.isBefore(today.plusDays(AHEAD_MAX_DAYS));
                date = date.plusDays(1)) {
            for (var hours : on(date)) {
                if (now.isBefore(at(date, hours.until()))) {
                    var from = at(date, hours.from());
                    return Optional.of(from.isAfter(now) ? from : now);
                }
            }
        }
        return Optional.empty();
    }

    private Instant at(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }
}
