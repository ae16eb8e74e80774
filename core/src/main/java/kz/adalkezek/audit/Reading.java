package kz.adalkezek.audit;

import java.util.Optional;
import kz.adalkezek.log.Checkpoint;

/// One verification of a log whose checkpoint is believed: its bytes and its law together, on all
/// processors; and once more in one go, should a day not begin where the one before had ended.
final class Reading {

    private final LogSource source;
    private final Notes.Key key;
    private final Checkpoint checkpoint;
    private final Options options;
    private final Optional<Checkpoint> since;

    Reading(LogSource source, Notes.Key key, Checkpoint checkpoint, Options options)
            throws UnreadableException {
        this.source = source;
        this.key = key;
        this.checkpoint = checkpoint;
        this.options = options;
        this.since =
                options.since().isPresent()
                        ? Optional.of(Notes.since(options.since().get(), key.key()))
                        : Optional.empty();
    }

    Outcome outcome() throws UnreadableException {
        return outcome(Runtime.getRuntime().availableProcessors());
    }

    /// @param threads how many days are replayed at a time
    Outcome outcome(int threads) throws UnreadableException {
        try (var law = new LawCheck(checkpoint.origin(), options, threads)) {
            var log = new LogCheck(source, checkpoint, since, law);
            var joined = law.end(log.run());
            return joined.isDoubtful() ? outcome(1) : outcome(log.faults(), joined);
        }
    }

    private Outcome outcome(LogFaults faults, Joined joined) {
        var findings = joined.findings();
        faults.add(joined.faults());
        faults.tell(findings);
        return new Outcome(
                key, Optional.of(checkpoint), since, joined.believed(), joined.account(), findings);
    }
}
