package kz.adalkezek.server.branch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.LongFunction;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Line;
import kz.adalkezek.server.journal.Journal;

/// A start from disk: the state is folded from the newest business day, the requests and openings
/// of the day before are remembered.
final class Restart {

    private Restart() {}

    /// @param today the local date: staff may have a name of the day before it is opened
    static Line line(Journal journal, Openings openings, LocalDate today) {
        long size = journal.size();
        long from = journal.dayOpened();
        var line = Line.EMPTY;
        var days = new ArrayList<LocalDate>();
        if (from > 0 && entry(journal, from).event() instanceof Event.DayOpened opened) {
            line = Line.before(from, opened);
            try (var remembered = journal.entries(opened.state().rememberedFrom(), from)) {
                for (var entry : (Iterable<Entry>) remembered::iterator) {
                    line = line.remembering(entry);
                    dayOf(entry).ifPresent(days::add);
                }
            }
        }
        try (var entries = journal.entries(line.size(), size)) {
            for (var entry : (Iterable<Entry>) entries::iterator) {
                line = line.after(entry);
                dayOf(entry).ifPresent(days::add);
            }
        }
        LongFunction<Optional<Entry>> inLog =
                index -> index < size ? Optional.of(entry(journal, index)) : Optional.empty();
        for (var day : days) {
            openings.load(day, inLog);
        }
        openings.loadReservations(last(line), inLog);
        if (!days.contains(today)) {
            openings.loadNames(today);
        }
        return line;
    }

    private static LocalDate last(Line line) {
        return switch (line.day()) {
            case Line.Day.Open(var date) -> date;
            case Line.Day.Shut(var date) -> date;
        };
    }

    private static Entry entry(Journal journal, long index) {
        return EventCodec.decode(journal.bytes(index));
    }

    private static Optional<LocalDate> dayOf(Entry entry) {
        return entry.event() instanceof Event.DayOpened opened
                ? Optional.of(opened.day())
                : Optional.empty();
    }
}
