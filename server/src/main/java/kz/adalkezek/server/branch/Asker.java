package kz.adalkezek.server.branch;

import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.DeviceId;

/// Who asks, as the doors of the branch know them. The writer turns staff into a pseudonym.
public sealed interface Asker {

    /// An actor of the same kind, to try a command on before the writer knows the true name.
    Actor someActor();

    /// An account of the staff; the name never enters the log.
    record Staff(String account) implements Asker {
        @Override
        public Actor someActor() {
            return new Actor.Operator("o-0");
        }
    }

    record Device(DeviceId id) implements Asker {
        @Override
        public Actor someActor() {
            return new Actor.Device(id);
        }
    }

    /// The branch itself, also on behalf of a citizen who holds a token.
    record Itself() implements Asker {
        @Override
        public Actor someActor() {
            return Actor.BRANCH;
        }
    }

    Itself ITSELF = new Itself();
}
