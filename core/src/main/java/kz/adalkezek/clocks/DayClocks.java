package kz.adalkezek.clocks;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;

/// What the clocks of one day come to.
///
/// @param waits of all groups together
/// @param byGroup by the group of the first leg, in the order of their codes
/// @param spentMs each clock over all visits
/// @param wrapUpMs of each desk, apart from the visits
public record DayClocks(
        int visits,
        Waits waits,
        Map<GroupCode, Waits> byGroup,
        Map<Clock, Long> spentMs,
        Map<DeskId, Long> wrapUpMs) {

    public static DayClocks of(Clocks clocks) {
        var visits = clocks.visits();
        return new DayClocks(
                visits.size(),
                Waits.of(visits),
                visits.stream()
                        .collect(
                                groupingBy(
                                        VisitClocks::group,
                                        TreeMap::new,
                                        collectingAndThen(toList(), Waits::of))),
                spent(visits),
                new TreeMap<>(clocks.wrapUpMs()));
    }

    private static Map<Clock, Long> spent(List<VisitClocks> visits) {
        var spent = new TreeMap<Clock, Long>();
        for (var clock : Clock.values()) {
            spent.put(clock, visits.stream().mapToLong(visit -> visit.ms(clock)).sum());
        }
        return spent;
    }
}
