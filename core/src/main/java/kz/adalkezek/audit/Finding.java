package kz.adalkezek.audit;

import java.time.Instant;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;

/// Something that a reader of the log should know, in a sentence for people.
public sealed interface Finding {

    String sentence();

    /// The log is not what its checkpoint promises: bytes, hashes or signatures disagree.
    ///
    /// @param where the file, as a path below the log, or `checkpoint`
    record LogBroken(String where, String why) implements Finding {
        @Override
        public String sentence() {
            return where + ": " + why + ".";
        }
    }

    /// An entry is not what the law answers to the command behind it.
    ///
    /// @param index of the entry
    /// @param type of its event, such as `call.made`
    record LawBroken(long index, String type, String why) implements Finding {
        @Override
        public String sentence() {
            return "Entry " + index + " (" + type + "): " + why + ".";
        }
    }

    /// A call that was not the law's choice but says so, with its reason. Not a fault.
    ///
    /// @param by the operator's pseudonym
    record Overridden(long index, Instant at, DeskId desk, String by, Code reason)
            implements Finding {
        @Override
        public String sentence() {
            return "Entry %d: %s, counter %s, operator %s, reason %s."
                    .formatted(index, Report.time(at), desk, by, reason);
        }
    }
}
