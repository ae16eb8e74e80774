package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import kz.adalkezek.queue.Findings.Stage;

/// A breach is raised by the branch, answered by its head, and the region's when the head is late.
/// Who looks for breaches, and when, is not the law's.
final class FindingRules {

    private FindingRules() {}

    static Decision raise(Draft draft, Command.RaiseFinding raise) {
        var policy = draft.policy();
        if (policy.isEmpty()) {
            return draft.refused(NO_POLICY);
        }
        if (raise.subject() < 0 || raise.subject() >= draft.line().size()) {
            return draft.refused(SUBJECT_UNKNOWN);
        }
        if (draft.line().findings().has(raise.rule(), raise.subject())) {
            return draft.refused(FINDING_RAISED);
        }
        var due = draft.at().plus(policy.get().findings().answerWithin());
        return DayRules.ifItCanBeCarried(
                draft, new Event.FindingRaised(raise.rule(), raise.subject(), due));
    }

    /// Late, too; but once.
    static Decision answer(Draft draft, Command.AnswerFinding answer) {
        if (!(answer.by() instanceof Actor.Operator)) {
            return draft.refused(DEVICE_OF_ANOTHER_KIND);
        }
        var found = draft.line().findings().raised().get(answer.finding());
        if (found.isEmpty()) {
            return draft.refused(FINDING_UNKNOWN);
        }
        if (found.get().stage() == Stage.ANSWERED) {
            return draft.refused(FINDING_ANSWERED);
        }
        if (answer.reason().isNone()) {
            return draft.refused(REASON_NEEDED);
        }
        return draft.allows("answer-finding", answer.reason())
                ? draft.add(
                                new Event.FindingAnswered(
                                        answer.finding(), answer.reason(), answer.commitment()))
                        .accepted()
                : draft.refused(REASON_UNKNOWN);
    }

    static Decision escalate(Draft draft, Command.EscalateFinding escalate) {
        var found = draft.line().findings().raised().get(escalate.finding());
        var policy = draft.policy();
        if (found.isEmpty() || policy.isEmpty()) {
            return draft.refused(FINDING_UNKNOWN);
        }
        if (found.get().stage() != Stage.RAISED) {
            return draft.refused(FINDING_ANSWERED);
        }
        if (draft.at().isBefore(found.get().due())) {
            return draft.refused(FINDING_NOT_DUE);
        }
        var due = draft.at().plus(policy.get().findings().escalateWithin());
        return draft.add(new Event.FindingEscalated(escalate.finding(), due)).accepted();
    }
}
