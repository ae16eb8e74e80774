package kz.adalkezek.audit;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kz.adalkezek.clocks.Clock;
import kz.adalkezek.clocks.Waits;

/// How long people waited on the days that were closed, as lines for a person.
final class DayTable {

    private static final int DAYS_MAX = 10;

    private final PrintStream out;

    DayTable(PrintStream out) {
        this.out = out;
    }

    void print(List<DayAccount> all) {
        var days = all.stream().filter(day -> !day.isOpen()).toList();
        if (days.isEmpty()) {
            return;
        }
        out.println(
                "Waits of those who were served, in minutes:seconds, by the recomputed clocks:");
        row("day", "group", "tickets", "served", "mean", "P50", "P90", "worst", "most/one");
        int left = Math.max(0, days.size() - DAYS_MAX);
        if (left > 0) {
            out.println("  … " + left + " earlier days; see --json");
        }
        days.subList(left, days.size()).forEach(this::day);
        clocks(days);
    }

    private void day(DayAccount day) {
        var closing = day.closing().orElseThrow();
        var most = String.valueOf(closing.mostOvertaken());
        waits(day.date().toString(), "all", day.tally().tickets(), closing.clocks().waits(), most);
        closing.clocks()
                .byGroup()
                .forEach((group, waits) -> {
                    int tickets = closing.totals().issuedByGroup().get(group).orElse(0);
                    waits("", group.value(), tickets, waits, "");
                });
    }

    private void waits(String day, String group, long tickets, Waits waits, String most) {
        row(
                day,
                group,
                tickets,
                waits.people(),
                time(waits.mean()),
                time(waits.p50()),
                time(waits.p90()),
                time(waits.worst()),
                most);
    }

    private void clocks(List<DayAccount> days) {
        var clocks = days.stream().map(day -> day.closing().orElseThrow().clocks()).toList();
        long wrapUp =
                clocks.stream()
                        .flatMap(day -> day.wrapUpMs().values().stream())
                        .mapToLong(Long::longValue)
                        .sum();
        var words = new StringBuilder("Clocks:    ");
        for (var clock : Clock.values()) {
            long sum = clocks.stream().mapToLong(day -> day.spentMs().get(clock)).sum();
            words.append(" %s %s,".formatted(clock.name().toLowerCase(Locale.ROOT), hours(sum)));
        }
        out.println(words + " of all visits; desks after visits " + hours(wrapUp));
    }

    private static String hours(long ms) {
        var time = Duration.ofMillis(ms);
        return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    }

    private static String time(long ms) {
        var time = Duration.ofMillis(ms);
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private void row(Object... cells) {
        out.println(
                String.format(Locale.ROOT, "  %-10s %-16s %7s %7s %7s %7s %7s %7s %9s", cells)
                        .stripTrailing());
    }
}
