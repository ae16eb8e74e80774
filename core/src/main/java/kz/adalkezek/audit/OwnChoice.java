package kz.adalkezek.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.Visit;

/// A call by an operator's own choice. It is allowed, marked for ever, and bound to a published
/// reason; what it says about those it overtakes has to be true.
final class OwnChoice {

    private OwnChoice() {}

    /// What is wrong with it, if anything is.
    static Optional<String> wrong(Line line, Entry entry, Event.CallMade call) {
        var policy = line.rulebook().policyAt(entry.at());
        var desk = line.hall().desks().get(call.desk());
        var visit = line.people().visit(call.visit());
        if (call.reason().isNone()) {
            return Optional.of("an override needs a reason");
        }
        if (policy.isEmpty() || !policy.get().version().equals(call.policy())) {
            return Optional.of("policy " + call.policy() + " is not in force");
        }
        if (!policy.get().allows("override", call.reason())) {
            return Optional.of("the policy knows no reason " + call.reason() + " for an override");
        }
        if (desk.isEmpty() || !desk.get().by().equals(entry.by())) {
            return Optional.of("this operator has no desk at counter " + call.desk());
        }
        if (desk.get().visit().isPresent()) {
            return Optional.of("the desk is busy with another visit");
        }
        if (visit.isEmpty()
                || !(visit.get().stage() instanceof Visit.Stage.Waiting)
                || !serves(desk.get(), visit.get())) {
            return Optional.of("visit " + call.visit().index() + " does not wait for this desk");
        }
        return wrongCounts(line, entry, policy.get(), desk.get(), visit.get(), call);
    }

    private static Optional<String> wrongCounts(
            Line line, Entry entry, Policy policy, Desk desk, Visit called, Event.CallMade call) {
        var others = new ArrayList<Visit>();
        for (var pair : line.people().visits()) {
            var visit = pair.value();
            if (visit.stage() instanceof Visit.Stage.Waiting(var since)
                    && !visit.id().equals(called.id())
                    && !since.isAfter(
                            desk.primary().contains(visit.group())
                                    ? entry.at()
                                    : entry.at().minus(policy.helpAfter()))
                    && serves(desk, visit)) {
                others.add(visit);
            }
        }
        long overtaken =
                others.stream().filter(other -> other.claim().isBefore(called.claim())).count();
        return List.of((long) call.eligible(), (long) call.overtaken())
                        .equals(List.of(others.size() + 1L, overtaken))
                ? Optional.empty()
                : Optional.of(
                        "it says %d eligible and %d overtaken, but they are %d and %d"
                                .formatted(
                                        call.eligible(),
                                        call.overtaken(),
                                        others.size() + 1,
                                        overtaken));
    }

    private static boolean serves(Desk desk, Visit visit) {
        return desk.primary().contains(visit.group()) || desk.secondary().contains(visit.group());
    }
}
