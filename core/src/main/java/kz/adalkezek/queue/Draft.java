package kz.adalkezek.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Wishes.Wish;

/// The events of one command while they are being decided: each is judged on the state that those
/// before it have made.
final class Draft {

    private final Command command;
    private final Wishes wishes;
    private final Line found;
    private final Instant at;
    private final List<Entry> entries = new ArrayList<>();
    private Line line;
    private int folded;

    Draft(Line line, Command command, Wishes wishes, Instant now) {
        this.command = command;
        // The log's time never falls, whatever the wall clock says.
        this.at = now.isBefore(line.at()) ? line.at() : now;
        this.found = line.asOf(at);
        this.line = found;
        this.wishes = wishes;
    }

    /// With all events so far. The last one is folded only where somebody asks what comes after it:
    /// most commands are one event, and whoever writes it folds it anyway.
    Line line() {
        for (; folded < entries.size(); folded++) {
            line = line.after(entries.get(folded));
        }
        return line;
    }

    Actor by() {
        return command.by();
    }

    Instant at() {
        return at;
    }

    Optional<Policy> policy() {
        return line().rulebook().policyAt(at);
    }

    /// Whether the policy in force lists the code for the purpose.
    boolean allows(String purpose, Code code) {
        return policy().filter(policy -> policy.allows(purpose, code)).isPresent();
    }

    Optional<Visit> find(Command.Whom whom) {
        return switch (whom) {
            case Command.Whom.ByNumber(var number) -> line().people().visit(number);
            case Command.Whom.ById(var id) -> line().people().visit(id);
        };
    }

    Draft add(Event event) {
        var entry = next(event);
        entries.add(entry);
        return this;
    }

    /// The state as it would be once this event had happened too.
    Line lineWith(Event event) {
        return line().after(next(event));
    }

    private Entry next(Event event) {
        return new Entry(line().size(), at, command.by(), nextDn(), command.request(), 0, event);
    }

    /// What the desk has asked for and the policy still knows.
    Optional<Wish> wish(DeskId desk) {
        return wishes.of(desk).filter(wish -> mayRest(wish.reason()) || isPlainClose(wish));
    }

    /// Whether the policy lists the code for a pause or for closing.
    boolean mayRest(Code reason) {
        return allows("pause", reason) || allows("close", reason);
    }

    private static boolean isPlainClose(Wish wish) {
        return wish instanceof Wish.Close && wish.reason().isNone();
    }

    /// Desks that the command has freed do now what they had asked for, in the name of who asked.
    private void fulfil() {
        for (var pair : wishes.byDesk()) {
            var before = found.hall().desks().get(pair.key()).filter(d -> d.visit().isPresent());
            var freed = line().hall().desks().get(pair.key()).filter(d -> d.visit().isEmpty());
            if (before.isPresent()
                    && freed.isPresent()
                    && before.get().by().equals(freed.get().by())) {
                wish(pair.key()).ifPresent(wish -> fulfil(freed.get(), wish));
            }
        }
    }

    private void fulfil(Desk desk, Wish wish) {
        var event =
                switch (wish) {
                    case Wish.Pause(var reason) -> new Event.DeskPaused(desk.id(), reason);
                    case Wish.Close(var reason) -> new Event.DeskClosed(desk.id(), reason);
                };
        var entry = new Entry(line().size(), at, desk.by(), 0, command.request(), 0, event);
        entries.add(entry);
    }

    Decision accepted() {
        fulfil();
        var counted = new ArrayList<Entry>();
        for (var entry : entries) {
            counted.add(
                    new Entry(
                            entry.index(),
                            entry.at(),
                            entry.by(),
                            entry.dn(),
                            entry.request(),
                            entries.size() - 1 - counted.size(),
                            entry.event()));
        }
        return new Decision.Accepted(counted);
    }

    /// Refused before anything was added. The branch's own commands and devices that the log does
    /// not know leave no event.
    Decision refused(Refusal why) {
        if (!entries.isEmpty()) {
            throw new IllegalStateException("refused after an event was decided: " + why);
        }
        boolean recorded =
                switch (command.by()) {
                    case Actor.Branch _ -> false;
                    case Actor.Device(var id) -> line().hall().devices().has(id);
                    case Actor.Operator _ -> true;
                };
        if (recorded) {
            add(new Event.Refused(Rules.name(command), why));
        }
        return new Decision.Refused(why, entries);
    }

    private long nextDn() {
        return command.by() instanceof Actor.Device(var id)
                ? line().hall().devices().get(id).map(Device::dn).orElse(0L) + 1
                : 0;
    }
}
