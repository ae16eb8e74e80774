package kz.adalkezek.audit;

import java.util.List;
import java.util.Optional;
import kz.adalkezek.audit.Finding.LawBroken;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.Device;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Memory;
import kz.adalkezek.queue.Rules;

/// Whether the entries of one command are what the law answers to it.
final class Judgement {

    private Judgement() {}

    /// @param line the state that the command found
    /// @return the first thing that is wrong with it
    static Optional<LawBroken> of(Line line, List<Entry> command) {
        var first = command.getFirst();
        if ((line.size() == 0) != (first.event() instanceof Event.LogOpened)) {
            return breach(first, "log.opened is the first entry of a log and no other");
        }
        return switch (CommandBehind.of(command)) {
            case CommandBehind.Asked(var asked, var wishes) -> {
                var lawful = Rules.decide(line, asked, wishes, first.at());
                // The law accepts nothing under a request that was answered before.
                yield lawful instanceof Decision.Accepted
                        ? Difference.between(line, command, lawful)
                        : again(line, first).or(() -> Difference.between(line, command, lawful));
            }
            case CommandBehind.Refusal _ -> again(line, first).or(() -> refusal(line, command));
            case CommandBehind.Nothing(var why) -> again(line, first).or(() -> breach(first, why));
        };
    }

    private static Optional<LawBroken> again(Line line, Entry first) {
        return line.memory()
                .answer(first.request())
                .flatMap(answer -> breach(first, again(answer)));
    }

    private static String again(Memory.Answer answer) {
        return switch (answer) {
            case Memory.Answer.Done(var index) ->
                    "its request was answered by entry "
                            + index
                            + " already, and a command sent again has no second effect";
            case Memory.Answer.No(var why) ->
                    "its request was refused before (" + Words.of(why) + "), and stays refused";
        };
    }

    /// What was asked is not known, so only that an actor of the branch was refused.
    private static Optional<LawBroken> refusal(Line line, List<Entry> command) {
        var first = command.getFirst();
        if (command.size() > 1) {
            return breach(command.get(1), "nothing happens behind a refusal");
        }
        return switch (first.by()) {
            case Actor.Operator _ -> Optional.empty();
            case Actor.Branch _ -> breach(first, "the branch's own commands leave no refusal");
            case Actor.Device(var id) ->
                    line.hall()
                            .devices()
                            .get(id)
                            .map(device -> counter(first, device))
                            .orElseGet(() -> breach(first, "no device " + id + " is enrolled"));
        };
    }

    private static Optional<LawBroken> counter(Entry entry, Device device) {
        return entry.dn() == device.dn() + 1
                ? Optional.empty()
                : breach(
                        entry,
                        "its dn is %d, but the last of that device was %d"
                                .formatted(entry.dn(), device.dn()));
    }

    private static Optional<LawBroken> breach(Entry entry, String why) {
        return Optional.of(new LawBroken(entry.index(), EventCodec.type(entry.event()), why));
    }
}
