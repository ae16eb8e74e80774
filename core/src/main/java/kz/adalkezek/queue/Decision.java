package kz.adalkezek.queue;

import java.util.List;

/// What the law answers to a command.
public sealed interface Decision {

    /// It happens now, all of it or nothing.
    record Accepted(List<Entry> entries) implements Decision {
        public Accepted {
            entries = List.copyOf(entries);
        }
    }

    /// Lawful, and nothing to record: nobody waits, or it will happen after the current visit. Sent
    /// again it is decided anew.
    record Nothing() implements Decision {
        @Override
        public List<Entry> entries() {
            return List.of();
        }
    }

    /// It had happened already: this is a retry.
    ///
    /// @param index of the first event of the first time
    record Repeated(long index) implements Decision {
        @Override
        public List<Entry> entries() {
            return List.of();
        }
    }

    /// The law says no. Refusals to authenticated actors are events too.
    ///
    /// @param entries the `refused` event, or nothing where the refusal had been recorded before
    record Refused(Refusal why, List<Entry> entries) implements Decision {
        public Refused {
            entries = List.copyOf(entries);
        }
    }

    Nothing NOTHING = new Nothing();

    /// What has to be appended to the log.
    List<Entry> entries();
}
