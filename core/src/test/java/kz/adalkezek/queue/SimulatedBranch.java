package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.adalkezek.log.EntryBundle;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Decision.Refused;
import kz.adalkezek.queue.Decision.Repeated;

/// The one writer without its disk: what it has logged are bytes, its clock may go back, and it may
/// start again from its bytes at any moment.
final class SimulatedBranch {

    private static final Duration STEP = Duration.ofSeconds(5);

    private final List<Entry> log = new ArrayList<>();
    private final Map<RequestId, Decision> today = new HashMap<>();
    private final Map<RequestId, Decision> dayBefore = new HashMap<>();
    private Line line = Line.EMPTY;
    private Wishes wishes = Wishes.NONE;
    private Instant wall = Day.NINE;

    Line line() {
        return line;
    }

    Instant wall() {
        return wall;
    }

    /// Everything logged, as read from its bytes.
    List<Entry> log() {
        return log;
    }

    void passes(Duration time) {
        wall = wall.plus(time);
    }

    /// The wall clock is set; a step of more than five seconds is an event.
    void setsTheClock(Duration by, RequestId request) {
        wall = wall.plus(by);
        if (by.abs().compareTo(STEP) > 0) {
            asks(new Command.StepClock(request, wall));
        }
    }

    /// Asks for the first time, or again: then the answer has to be that of the first time.
    Decision asks(Command command) {
        var first = today.getOrDefault(command.request(), dayBefore.get(command.request()));
        var decision = Rules.decide(line, command, wishes, wall);
        wishes = wishes.after(command, decision);
        switch (first) {
            case Accepted(var entries) ->
                    assertThat(decision).isEqualTo(new Repeated(entries.getFirst().index()));
            case Refused(var why, var entries) when !entries.isEmpty() ->
                    assertThat(decision).isEqualTo(new Refused(why, List.of()));
            case Nothing _, Refused _, Repeated _ -> append(command, decision);
            case null -> append(command, decision);
        }
        return decision;
    }

    private void append(Command command, Decision decision) {
        assertThat(decision).isNotInstanceOf(Repeated.class);
        if (decision instanceof Accepted(var entries)
                && entries.getFirst().event() instanceof Event.DayOpened) {
            dayBefore.clear();
            dayBefore.putAll(today);
            today.clear();
        }
        today.put(command.request(), decision);
        for (var entry : decision.entries()) {
            var bytes = EventCodec.encode(entry);
            assertThat(bytes.length).isBetween(1, EntryBundle.ENTRY_MAX_BYTES);
            var read = EventCodec.decode(bytes);
            assertThat(read).isEqualTo(entry);
            log.add(read);
            line = line.after(entry);
        }
    }

    /// The power fails and the branch starts from its bytes: nothing in the log is lost, and what
    /// desks had asked for is forgotten.
    void restarts() {
        wishes = Wishes.NONE;
        var restarted = Restarted.from(log);
        assertThat(restarted).isEqualTo(line);
        line = restarted;
    }
}
