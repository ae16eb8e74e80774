package kz.adalkezek.server.branch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;

/// What desks have asked for while a visit was with them. It takes effect with the command that
/// ends the visit, and only then becomes an event; a restart forgets it, and the desk asks again.
///
/// The writer changes it; any thread reads.
public final class Wishes {

    private final Map<DeskId, Code> closing = new ConcurrentHashMap<>();

    /// Whether the desk closes after the current visit.
    public boolean closes(DeskId desk) {
        return closing.containsKey(desk);
    }

    /// The command with what its desk had asked for.
    Command fulfilledWith(Command command) {
        return switch (command) {
            case Command.CallNext(var request, var by, var desk, _) ->
                    new Command.CallNext(request, by, desk, after(desk));
            case Command.FinishService(var request, var by, var desk, var outcome, _) ->
                    new Command.FinishService(request, by, desk, outcome, after(desk));
            case Command.MarkNoShow(var request, var by, var desk, _) ->
                    new Command.MarkNoShow(request, by, desk, after(desk));
            default -> command;
        };
    }

    private Command.After after(DeskId desk) {
        return Optional.ofNullable(closing.get(desk))
                .<Command.After>map(Command.After.Close::new)
                .orElse(Command.After.GO_ON);
    }

    void note(Command command, Decision decision) {
        if (command instanceof Command.CloseDesk(_, _, var desk, var reason)
                && decision instanceof Decision.Nothing) {
            closing.put(desk, reason);
        }
        for (Entry entry : decision.entries()) {
            if (entry.event() instanceof Event.DeskClosed(var desk, _)) {
                closing.remove(desk);
            }
        }
    }
}
