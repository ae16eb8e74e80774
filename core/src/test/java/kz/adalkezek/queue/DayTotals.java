package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The totals of a day counted a second time: from the whole day's events at its end, in which a
/// withdrawn call and the finish that it had made never happened.
final class DayTotals {

    private record Finish(DeskId desk, GroupCode group) {}

    private final Map<Long, DeskId> calls = new LinkedHashMap<>();
    private final Map<VisitId, Finish> lastFinish = new HashMap<>();
    private final Map<GroupCode, Integer> issuedByGroup = new HashMap<>();
    private final Map<String, Integer> issuedBy = new HashMap<>();
    private final Map<GroupCode, Integer> servedByGroup = new HashMap<>();
    private final Map<DeskId, Integer> servedAt = new HashMap<>();
    private final Map<VisitId, Integer> legsDone = new HashMap<>();

    /// @param after the state of people once the entry has happened
    void read(Entry entry, SecondReading after) {
        switch (entry.event()) {
            case Event.DayOpened _ -> clear();
            case Event.TicketIssued ticket when after.isOfToday(ticket) -> {
                issuedByGroup.merge(ticket.groups().getFirst(), 1, Integer::sum);
                var by = entry.by() instanceof Actor.Device(var id) ? id.value() : "desks";
                issuedBy.merge(by, 1, Integer::sum);
            }
            case Event.CallMade call -> calls.put(entry.index(), call.desk());
            case Event.ServiceFinished(var visit, var desk, _)
                    when after.people().containsKey(visit) -> {
                int leg = legsDone.merge(visit, 1, Integer::sum) - 1;
                var group = after.person(visit).legs.get(leg).group();
                lastFinish.put(visit, new Finish(desk, group));
                servedByGroup.merge(group, 1, Integer::sum);
                servedAt.merge(desk, 1, Integer::sum);
            }
            case Event.CallWithdrawn(_, _, var call, var previous) -> {
                calls.remove(call);
                if (previous instanceof Event.Previous.Was(var visit)
                        && after.people().containsKey(visit)) {
                    legsDone.merge(visit, -1, Integer::sum);
                    var undone = Objects.requireNonNull(lastFinish.get(visit));
                    servedByGroup.merge(undone.group, -1, Integer::sum);
                    servedAt.merge(undone.desk, -1, Integer::sum);
                }
            }
            default -> {}
        }
    }

    void agreeWith(Totals published) {
        var calledAt = new HashMap<DeskId, Integer>();
        calls.values().forEach(desk -> calledAt.merge(desk, 1, Integer::sum));
        assertThat(counts(published.issuedByGroup())).isEqualTo(issuedByGroup);
        assertThat(counts(published.issuedBy())).isEqualTo(issuedBy);
        assertThat(counts(published.servedByGroup())).isEqualTo(positive(servedByGroup));
        assertThat(counts(published.servedAt())).isEqualTo(positive(servedAt));
        assertThat(counts(published.calledAt())).isEqualTo(calledAt);
    }

    private void clear() {
        calls.clear();
        lastFinish.clear();
        issuedByGroup.clear();
        issuedBy.clear();
        servedByGroup.clear();
        servedAt.clear();
        legsDone.clear();
    }

    private static <K> Map<K, Integer> positive(Map<K, Integer> counts) {
        var positive = new HashMap<>(counts);
        positive.values().removeIf(count -> count == 0);
        return positive;
    }

    private static <K extends Comparable<K>> Map<K, Integer> counts(Sorted<K, Integer> sorted) {
        var counts = new HashMap<K, Integer>();
        sorted.forEach(pair -> counts.put(pair.key(), pair.value()));
        return counts;
    }
}
