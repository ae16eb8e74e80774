package kz.adalkezek.queue;

import java.time.Instant;

/// Breaches of published rules, by the log index of their `finding.raised`: all that are not
/// answered, and those that were answered on this day.
public record Findings(Sorted<Long, Found> raised) {

    public static final Findings NONE = new Findings(Sorted.empty());

    public enum Stage {
        /// The head of the branch has to answer.
        RAISED,
        /// The head was late: the region has to answer.
        ESCALATED,
        ANSWERED
    }

    /// @param subject log index of the entry that shows it
    /// @param due until when whoever has to answer has time
    public record Found(Code rule, long subject, Instant due, Stage stage) {
        Found with(Instant due, Stage stage) {
            return new Found(rule, subject, due, stage);
        }
    }

    boolean isEmpty() {
        return raised.isEmpty();
    }

    boolean has(Code rule, long subject) {
        for (var pair : raised) {
            if (pair.value().subject() == subject && pair.value().rule().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    Findings raised(long index, Event.FindingRaised finding) {
        return with(
                index, new Found(finding.rule(), finding.subject(), finding.due(), Stage.RAISED));
    }

    Findings escalated(long finding, Instant due) {
        return with(finding, known(finding).with(due, Stage.ESCALATED));
    }

    Findings answered(long finding) {
        var found = known(finding);
        return with(finding, found.with(found.due(), Stage.ANSWERED));
    }

    /// What crosses to the next business day.
    Findings open() {
        var open = NONE;
        for (var pair : raised) {
            if (pair.value().stage() != Stage.ANSWERED) {
                open = open.with(pair.key(), pair.value());
            }
        }
        return open;
    }

    private Found known(long finding) {
        return raised.get(finding)
                .orElseThrow(() -> new IllegalStateException("no finding " + finding));
    }

    private Findings with(long finding, Found found) {
        return new Findings(raised.put(finding, found));
    }
}
