package kz.adalkezek.queue;

import java.util.Optional;

/// What desks have asked for while a visit was with them. A wish takes effect with the command that
/// frees its desk, whatever command that is, and becomes an event only then; until then it is no
/// part of the log.
public record Wishes(Sorted<DeskId, Wish> byDesk) {

    public static final Wishes NONE = new Wishes(Sorted.empty());

    public sealed interface Wish {
        Code reason();

        record Pause(Code reason) implements Wish {}

        record Close(Code reason) implements Wish {}
    }

    public Optional<Wish> of(DeskId desk) {
        return byDesk.get(desk);
    }

    public Wishes with(DeskId desk, Wish wish) {
        return new Wishes(byDesk.put(desk, wish));
    }

    /// What is wished once the law has answered a command.
    public Wishes after(Command command, Decision decision) {
        var next = decision instanceof Decision.Nothing ? noted(command) : this;
        for (var entry : decision.entries()) {
            next =
                    switch (entry.event()) {
                        case Event.DeskClosed(var desk, _) -> next.without(desk);
                        case Event.DeskPaused(var desk, _) -> next.without(desk);
                        case Event.DeskTaken(var desk, _, _) -> next.without(desk);
                        default -> next;
                    };
        }
        return next;
    }

    /// Nothing is done about it now, because a visit is at the desk.
    private Wishes noted(Command command) {
        return switch (command) {
            case Command.CloseDesk(_, _, var desk, var reason) ->
                    with(desk, new Wish.Close(reason));
            case Command.PauseDesk(_, _, var desk, var reason) ->
                    with(desk, new Wish.Pause(reason));
            case Command.ResumeDesk(_, _, var desk) -> without(desk);
            default -> this;
        };
    }

    private Wishes without(DeskId desk) {
        return new Wishes(byDesk.without(desk));
    }
}
