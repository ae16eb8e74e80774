package kz.adalkezek.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Whom a desk calls next, and whom that overtakes. Reads the line and the instant; nothing else.
final class Choice {

    private Choice() {}

    /// @param eligible how many visits the desk could have called
    record Chosen(VisitId visit, Event.Rule rule, int eligible) {}

    /// A group at a desk, or those held for it: its visits count for the desk once they have begun
    /// to wait by `latest`.
    private record Reach(Waiting waiting, Instant latest) {}

    static Optional<Chosen> next(Line line, Desk desk, Instant now, Policy policy) {
        return among(line.asOf(now), desk, now, policy);
    }

    private static Optional<Chosen> among(Line line, Desk desk, Instant now, Policy policy) {
        var reaches = reaches(line, desk, now, policy);
        int eligible = 0;
        for (var reach : reaches) {
            eligible += reach.waiting.beganBy(reach.latest);
        }
        if (eligible == 0) {
            return Optional.empty();
        }
        var lifted =
                smallest(
                        line,
                        reaches,
                        Waiting::lifted,
                        visit -> visit.lawfulOvertakes() >= policy.maxOvertakes());
        if (lifted.isPresent()) {
            return Optional.of(new Chosen(lifted.get(), Event.Rule.LIMIT, eligible));
        }
        var first = smallest(line, reaches, Waiting::byFair, _ -> true).orElseThrow();
        return Optional.of(new Chosen(first, Event.Rule.ORDER, eligible));
    }

    /// The visits that a call of this one overtakes: those the desk could have called too whose
    /// claim is earlier.
    static List<VisitId> overtaken(Line before, Desk desk, Visit called, Instant now) {
        var overtaken = claimingBefore(before, desk, called.claim().toEpochMilli(), now);
        overtaken.remove(called.id());
        return overtaken;
    }

    /// E(D): everybody whom the desk could call.
    static List<VisitId> eligible(Line before, Desk desk, Instant now) {
        return claimingBefore(before, desk, Long.MAX_VALUE, now);
    }

    private static List<VisitId> claimingBefore(Line before, Desk desk, long claim, Instant now) {
        var line = before.asOf(now);
        var policy = line.rulebook().policyAt(now).orElseThrow();
        var found = new ArrayList<VisitId>();
        for (var reach : reaches(line, desk, now, policy)) {
            for (var pair : reach.waiting.byClaim()) {
                if (pair.key().ms() >= claim) {
                    break;
                }
                if (reaches(line, reach, pair.value())) {
                    found.add(pair.value());
                }
            }
        }
        return found;
    }

    /// How many visits the desk could call, and the one that it calls out of the law's order.
    static int eligibleWith(Line before, Desk desk, Visit called, Instant now, Policy policy) {
        var line = before.asOf(now);
        int eligible = 1;
        for (var reach : reaches(line, desk, now, policy)) {
            eligible += reach.waiting.beganBy(reach.latest);
            boolean among = reach.waiting.has(called) && reaches(line, reach, called.id());
            eligible -= among ? 1 : 0;
        }
        return eligible;
    }

    private static List<Reach> reaches(Line line, Desk desk, Instant now, Policy policy) {
        var reaches = new ArrayList<Reach>();
        for (var group : desk.primary()) {
            reaches.add(new Reach(line.people().waitingIn(group), now));
        }
        reaches.add(new Reach(line.people().heldAt(desk.id()), now));
        for (var group : desk.secondary()) {
            var waitedLongEnough = now.minus(policy.helpAfter());
            reaches.add(new Reach(line.people().waitingIn(group), waitedLongEnough));
        }
        return reaches;
    }

    /// The smallest in its order that the desk reaches and that passes the test; orders that are
    /// already behind the best one found are not walked on.
    private static Optional<VisitId> smallest(
            Line line,
            List<Reach> reaches,
            Function<Waiting, Sorted<Rank, VisitId>> order,
            Predicate<Visit> test) {
        Optional<Sorted.Pair<Rank, VisitId>> smallest = Optional.empty();
        for (var reach : reaches) {
            for (var pair : order.apply(reach.waiting)) {
                if (smallest.isPresent() && pair.key().compareTo(smallest.get().key()) > 0) {
                    break;
                }
                if (reaches(line, reach, pair.value())
                        && test.test(line.people().known(pair.value()))) {
                    smallest = Optional.of(pair);
                    break;
                }
            }
        }
        return smallest.map(Sorted.Pair::value);
    }

    private static boolean reaches(Line line, Reach reach, VisitId id) {
        return line.people().known(id).stage() instanceof Visit.Stage.Waiting(var since)
                && !since.isAfter(reach.latest);
    }
}
