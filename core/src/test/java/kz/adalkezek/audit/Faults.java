package kz.adalkezek.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import kz.adalkezek.audit.Town.Law;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Carried.PublishedPolicy;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.Refusal;
import kz.adalkezek.queue.Rulebook;
import kz.adalkezek.queue.Rules;

/// Ways to break the law: with another policy than the published one, by writing something else
/// than was decided, or by doing what was refused.
final class Faults {

    private Faults() {}

    /// Decides as if another policy had been published; the one that a day carries stays the true
    /// one, so that the fault is in the deeds alone.
    static Law deaf(UnaryOperator<Policy> change) {
        return (line, command, wishes, now) ->
                Rules.decide(
                        command instanceof Command.OpenDay ? line : with(line, change),
                        command,
                        wishes,
                        now);
    }

    private static Line with(Line line, UnaryOperator<Policy> change) {
        var policies =
                line.rulebook().policies().stream()
                        .map(one ->
                                new PublishedPolicy(
                                        one.index(), one.from(), change.apply(one.policy())))
                        .toList();
        return new Line(
                line.size(),
                line.at(),
                line.day(),
                new Rulebook(policies, line.rulebook().catalogues()),
                line.hall(),
                line.people(),
                line.memory(),
                line.totals(),
                line.bookings(),
                line.leases(),
                line.findings());
    }

    /// Writes another event where the function gives one.
    static Law writing(BiFunction<Line, Event, Optional<Event>> fault) {
        return (line, command, wishes, now) ->
                Rules.decide(line, command, wishes, now) instanceof Decision.Accepted(var entries)
                        ? new Decision.Accepted(
                                entries.stream().map(one -> written(line, one, fault)).toList())
                        : Rules.decide(line, command, wishes, now);
    }

    private static Entry written(
            Line line, Entry entry, BiFunction<Line, Event, Optional<Event>> fault) {
        var event = fault.apply(line, entry.event()).orElse(entry.event());
        return numbered(entry, entry.index(), entry.more(), event);
    }

    private static Entry numbered(Entry entry, long index, int more, Event event) {
        return new Entry(index, entry.at(), entry.by(), entry.dn(), entry.request(), more, event);
    }

    /// Leaves events of one kind out.
    static Law omitting(Class<? extends Event> kind) {
        return (line, command, wishes, now) -> {
            var decision = Rules.decide(line, command, wishes, now);
            if (!(decision instanceof Decision.Accepted(var entries)) || entries.size() == 1) {
                return decision;
            }
            var kept = new ArrayList<Entry>();
            var left = entries.stream().filter(one -> !kind.isInstance(one.event())).toList();
            for (var entry : left) {
                int more = left.size() - 1 - kept.size();
                kept.add(numbered(entry, line.size() + kept.size(), more, entry.event()));
            }
            return new Decision.Accepted(kept);
        };
    }

    /// Does what the law refuses for this reason.
    static Law allowing(Refusal why, BiFunction<Line, Command.ForDesk, Optional<Event>> what) {
        return (line, command, wishes, now) -> {
            var decision = Rules.decide(line, command, wishes, now);
            if (decision instanceof Decision.Refused(var refusal, _)
                    && refusal == why
                    && command instanceof Command.ForDesk asked
                    && command.by() instanceof Actor.Operator) {
                var at = now.isBefore(line.at()) ? line.at() : now;
                return what.apply(line, asked)
                        .<Decision>map(event ->
                                new Decision.Accepted(
                                        List.of(
                                                new Entry(
                                                        line.size(),
                                                        at,
                                                        command.by(),
                                                        0,
                                                        command.request(),
                                                        0,
                                                        event))))
                        .orElse(decision);
            }
            return decision;
        };
    }
}
