package kz.adalkezek.server.files;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.adalkezek.server.branch.Schedule;
import kz.adalkezek.server.branch.Schedule.Hours;
import kz.adalkezek.server.branch.Schedule.Special;

/// The hours of the week, and the days that differ from it, in `branch.toml`.
final class Timetable {

    static final int HOURS_MAX = 4;
    static final int DAYS_MAX = 1_000;

    private static final int HOURS_CHARS = "09:00-18:00".length();
    private static final int DATE_CHARS = "2026-12-16".length();
    private static final String FORM = "write \"09:00-18:00\", the end after the beginning";

    private Timetable() {}

    static Schedule read(Part root, ZoneId zone) {
        return new Schedule(zone, week(root.part("schedule")), special(root));
    }

    private static Map<DayOfWeek, List<Hours>> week(Part part) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        var known = new TreeSet<String>();
        for (var day : DayOfWeek.values()) {
            var name = day.name().toLowerCase(Locale.ROOT);
            known.add(name);
            if (part.has(name)) {
                week.put(day, hours(part, name));
            }
        }
        part.only(known);
        if (week.values().stream().allMatch(List::isEmpty)) {
            part.fault("never opens", "write hours, such as monday = [\"09:00-18:00\"]");
        }
        return week;
    }

    private static Map<LocalDate, Special> special(Part root) {
        var special = new HashMap<LocalDate, Special>();
        for (var day : root.parts("day", 0, DAYS_MAX)) {
            day.only(Set.of("date", "hours", "kk", "ru", "en"));
            var date = day.value("date", DATE_CHARS, Timetable::date);
            var hours = hours(day, "hours");
            var name = Texts.names(day);
            date.ifPresent(at -> {
                if (special.put(at, new Special(hours, name)) != null) {
                    day.fault("date", at + " stands twice", "name each day once");
                }
            });
        }
        return special;
    }

    private static List<Hours> hours(Part part, String key) {
        var hours = part.values(key, 0, HOURS_MAX, HOURS_CHARS, Timetable::hours);
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from().isBefore(hours.get(i - 1).until())) {
                part.fault(key, "has hours that overlap", "write them in the order of the day");
            }
        }
        return hours;
    }

    private static Hours hours(String text) {
        if (!text.matches("[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}")) {
            throw new IllegalArgumentException(FORM);
        }
        var ends = text.split("-", -1);
        try {
            return new Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(FORM, e);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write a date such as \"2026-12-16\"", e);
        }
    }
}
