package kz.adalkezek.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.audit.Options.Wanted;
import kz.adalkezek.clocks.Clocks;
import kz.adalkezek.clocks.DayClocks;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;

/// What a log tells besides its faults: day by day, who went before whom, and whose rules they
/// were.
final class Account {

    private final Tally tally = new Tally();
    private final List<DayAccount> days = new ArrayList<>();
    private final Overtakings overtakings = new Overtakings();
    private final Map<Long, String> authors = new HashMap<>();
    private final Optional<Stories> stories;

    /// @param wanted the ticket whose story is to be told
    Account(Optional<Wanted> wanted) {
        this.stories = wanted.map(Stories::new);
    }

    /// @param after the state once the entry has happened
    void read(Entry entry, Line after, Clocks clocks) {
        tally.add(entry);
        switch (entry.event()) {
            case Event.DayOpened opened ->
                    days.add(
                            new DayAccount(
                                    opened.day(), entry.index(), entry.at(), after.rulebook()));
            case Event.PolicyPublished _, Event.CataloguePublished _ ->
                    authors.put(entry.index(), entry.by().name());
            default -> {}
        }
        openDay()
                .ifPresent(day -> {
                    day.tally().add(entry);
                    day.reaches(entry.at(), after.rulebook());
                    overtakings.read(day.date(), entry, after);
                });
        if (!days.isEmpty()) {
            var last = days.getLast().date();
            stories.ifPresent(all -> all.read(last, entry, after, clocks));
        }
    }

    /// The day has closed with this entry, which was read before.
    void closed(Entry entry, Line after, DayClocks clocks) {
        int most = 0;
        for (var pair : after.people().visits()) {
            most = Math.max(most, pair.value().lawfulOvertakes());
        }
        var closing = new DayAccount.Closing(entry.index(), after.totals(), clocks, most);
        openDay().ifPresent(day -> day.closes(closing));
    }

    private Optional<DayAccount> openDay() {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(days.getLast()).filter(DayAccount::isOpen);
    }

    /// What came later in the same log.
    void add(Account later) {
        tally.add(later.tally);
        days.addAll(later.days);
        overtakings.add(later.overtakings);
        authors.putAll(later.authors);
        stories.ifPresent(all -> later.stories.ifPresent(all::add));
    }

    Tally tally() {
        return tally;
    }

    List<DayAccount> days() {
        return List.copyOf(days);
    }

    Overtakings overtakings() {
        return overtakings;
    }

    Optional<Stories> stories() {
        return stories;
    }

    /// Who published what stands at this index, if that was read.
    Optional<String> author(long index) {
        return Optional.ofNullable(authors.get(index));
    }
}
