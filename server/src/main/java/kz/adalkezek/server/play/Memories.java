package kz.adalkezek.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;

/// The log as far back as a start of the branch reads it, and what was asked lately.
final class Memories {

    private static final int ASKED_MAX = 200;

    /// A command that has left its answer in the log.
    record Answered(Command command, Decision decision) {}

    private final List<Answered> answered = new ArrayList<>();
    private List<Entry> entries = new ArrayList<>();

    void keep(Command command, Decision decision) {
        for (var entry : decision.entries()) {
            if (entry.event() instanceof Event.DayOpened day) {
                long from = day.state().rememberedFrom();
                entries = new ArrayList<>(entries.stream().filter(e -> e.index() >= from).toList());
            }
            entries.add(entry);
        }
        answered.add(new Answered(command, decision));
        if (answered.size() > ASKED_MAX) {
            answered.removeFirst();
        }
    }

    /// One of the latest, if any was asked.
    Optional<Answered> one(Draw draw) {
        return answered.isEmpty() ? Optional.empty() : Optional.of(draw.oneOf(answered));
    }

    Answered last() {
        return answered.getLast();
    }

    /// The state as a start makes it: folded from the newest business day on.
    Line line() {
        int newest = 0;
        for (int i = 0; i < entries.size(); i++) {
            newest = entries.get(i).event() instanceof Event.DayOpened ? i : newest;
        }
        var line = Line.EMPTY;
        if (entries.get(newest).event() instanceof Event.DayOpened day) {
            line = Line.before(entries.get(newest).index(), day);
            for (var entry : entries.subList(0, newest)) {
                line = line.remembering(entry);
            }
        }
        for (var entry : entries.subList(newest, entries.size())) {
            line = line.after(entry);
        }
        return line;
    }
}
