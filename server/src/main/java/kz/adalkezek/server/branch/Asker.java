package kz.adalkezek.server.branch;

import kz.adalkezek.queue.DeviceId;

/// Who asks, as the doors of the branch know them. The writer turns staff into a pseudonym.
public sealed interface Asker {

    /// An account of the staff; the name never enters the log.
    record Staff(String account) implements Asker {}

    record Device(DeviceId id) implements Asker {}

    /// The branch itself, also on behalf of a citizen who holds a token.
    record Itself() implements Asker {}

    Itself ITSELF = new Itself();
}
