package kz.adalkezek.server.branch;

import java.util.function.Function;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Command;

/// A command on its way to the writer.
///
/// @param command made once the writer knows under which name the asker enters the log
/// @param opening of a ticket's commitment in the command, or [Opening#NONE]
/// @param annex of another commitment in the command, or [Annex#NONE]
/// @param reservation behind the commitment of a booking, or [Reservation#NONE]
public record Ask(
        Asker asker,
        Fingerprint fingerprint,
        Opening opening,
        Annex annex,
        Reservation reservation,
        Function<Actor, Command> command) {

    public static Ask of(Asker asker, Fingerprint fingerprint, Function<Actor, Command> command) {
        return of(asker, fingerprint, Annex.NONE, command);
    }

    public static Ask of(
            Asker asker, Fingerprint fingerprint, Annex annex, Function<Actor, Command> command) {
        return new Ask(asker, fingerprint, Opening.NONE, annex, Reservation.NONE, command);
    }

    public static Ask of(
            Asker asker,
            Fingerprint fingerprint,
            Reservation reservation,
            Function<Actor, Command> command) {
        return new Ask(asker, fingerprint, Opening.NONE, Annex.NONE, reservation, command);
    }

    /// The branch asks itself.
    public static Ask itself(Command command) {
        return of(Asker.ITSELF, Fingerprint.NONE, _ -> command);
    }
}
