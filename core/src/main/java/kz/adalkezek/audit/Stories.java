package kz.adalkezek.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.audit.Options.Wanted;
import kz.adalkezek.clocks.Clocks;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.VisitId;

/// The visits that a reader has asked about by number: one, unless the number was given on several
/// days and no day was named.
final class Stories {

    private static final int KEPT_MAX = 100;
    private static final int DATES_SHOWN = 5;
    private final Wanted wanted;
    private final List<Story> found = new ArrayList<>();

    /// From here on they may go on: those before were told on a day that is over.
    private int running;

    Stories(Wanted wanted) {
        this.wanted = wanted;
    }

    /// @param day that is open, or was closed last
    void read(LocalDate day, Entry entry, Line after, Clocks clocks) {
        if (entry.event() instanceof Event.DayOpened) {
            running = found.size();
        }
        if (entry.event() instanceof Event.TicketIssued ticket
                && ticket.number().equals(wanted.number())
                && found.size() < KEPT_MAX) {
            // A kiosk may tell of a ticket on a later day than that to which it belongs.
            var its = ticket.offline().map(Event.Offline::day).orElse(day);
            if (wanted.day().filter(other -> !other.equals(its)).isEmpty()) {
                found.add(new Story(new VisitId(entry.index()), ticket.number(), its));
            }
        }
        for (var story : found.subList(running, found.size())) {
            story.read(entry, after, clocks);
        }
    }

    /// What came later in the same log.
    void add(Stories later) {
        found.addAll(later.found);
    }

    /// The one that was meant.
    ///
    /// @throws UnreadableException if there is none, or more than one
    Story only(List<DayAccount> days) throws UnreadableException {
        if (found.isEmpty()) {
            throw new UnreadableException(nowhere(days));
        }
        if (found.size() > 1) {
            throw new UnreadableException(
                    "%s was issued %d times (%s); say which with --day"
                            .formatted(wanted.number(), found.size(), dates()));
        }
        return found.getFirst();
    }

    private String nowhere(List<DayAccount> days) {
        var day = wanted.day();
        if (days.isEmpty()) {
            return "no day of this log could be read";
        }
        boolean held = day.isEmpty() || days.stream().anyMatch(d -> day.get().equals(d.date()));
        return held
                ? "no ticket %s was issued%s"
                        .formatted(wanted.number(), day.map(d -> " on " + d).orElse(""))
                : "the log has no day %s, only %s to %s"
                        .formatted(day.get(), days.getFirst().date(), days.getLast().date());
    }

    private String dates() {
        var dates = found.stream().map(story -> story.day().toString()).limit(DATES_SHOWN).toList();
        return String.join(", ", dates) + (found.size() > DATES_SHOWN ? ", …" : "");
    }
}
