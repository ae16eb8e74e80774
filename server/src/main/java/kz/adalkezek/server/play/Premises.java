package kz.adalkezek.server.play;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.server.branch.Catalogue;

/// The branch in which people are played: what it publishes, its counters, and who comes there.
public record Premises(
        ZoneId zone, Policy policy, Catalogue catalogue, List<Counter> counters, Habits habits) {

    public Premises {
        counters = List.copyOf(counters);
    }

    public record Counter(
            DeskId desk, Code hall, List<GroupCode> primary, List<GroupCode> secondary) {
        public Counter {
            primary = List.copyOf(primary);
            secondary = List.copyOf(secondary);
        }

        boolean has(GroupCode group) {
            return primary.contains(group) || secondary.contains(group);
        }
    }

    Counter counter(DeskId desk) {
        return counters.stream().filter(c -> c.desk().equals(desk)).findFirst().orElseThrow();
    }

    Map<DeskId, Code> halls() {
        var halls = new LinkedHashMap<DeskId, Code>();
        counters.forEach(counter -> halls.put(counter.desk(), counter.hall()));
        return halls;
    }
}
