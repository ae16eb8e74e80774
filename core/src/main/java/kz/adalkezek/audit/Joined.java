package kz.adalkezek.audit;

import java.util.Optional;
import kz.adalkezek.audit.Options.Wanted;
import kz.adalkezek.audit.Segment.Believed;

/// The segments of a log one behind the other: what they have found, in the order of the log.
final class Joined {

    private final LogFaults faults = new LogFaults();
    private final Findings findings = new Findings();
    private final Account account;
    private Optional<Replay> reached = Optional.empty();
    private Optional<Believed> believed = Optional.empty();
    private boolean readable = true;
    private boolean doubtful;

    Joined(Optional<Wanted> wanted) {
        this.account = new Account(wanted);
    }

    void add(Segment next) {
        faults.add(next.faults());
        if (readable && !doubtful && reached.filter(Replay::isStopped).isEmpty()) {
            join(next);
        }
        readable &= next.isReadable();
    }

    private void join(Segment next) {
        var begun = next.believed();
        if (reached.isEmpty()) {
            believed = begun;
            begun.map(Believed::opened).flatMap(Replay::breachOfHash).ifPresent(findings::add);
        } else if (begun.isEmpty()
                || !reached.get().joins(begun.get(), next.replay().orElseThrow(), findings)) {
            doubtful = true;
            return;
        }
        reached.ifPresent(before -> account.add(before.account()));
        reached = next.replay();
        findings.add(next.findings());
    }

    /// Nothing more is joined.
    ///
    /// @param whole whether the log ends here, and not just the reading of it
    void end(boolean whole) {
        if (whole && readable && !doubtful) {
            reached.ifPresent(replay -> replay.end().forEach(findings::add));
        }
        reached.ifPresent(replay -> account.add(replay.account()));
    }

    /// Whether a day did not begin where the day before had ended, so that the whole has to be
    /// replayed in one go.
    boolean isDoubtful() {
        return doubtful;
    }

    boolean isEmpty() {
        return reached.isEmpty();
    }

    /// The `day.opened` whose state was believed and checked by nothing.
    Optional<Believed> believed() {
        return believed;
    }

    /// That leaves are no entries.
    LogFaults faults() {
        return faults;
    }

    /// Of the law.
    Findings findings() {
        return findings;
    }

    Account account() {
        return account;
    }
}
