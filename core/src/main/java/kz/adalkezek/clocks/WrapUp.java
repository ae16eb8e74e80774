package kz.adalkezek.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;

/// What desks did between a visit that was finished and whatever they did next: papers, or nothing,
/// because nobody waited; the log cannot tell these two apart.
final class WrapUp {

    private final Map<DeskId, Instant> since = new HashMap<>();
    private final Map<DeskId, Long> spentMs = new TreeMap<>();

    void read(Entry entry) {
        switch (entry.event()) {
            case Event.DayOpened _ -> {
                since.clear();
                spentMs.clear();
            }
            case Event.ServiceFinished(_, var desk, _) -> since.put(desk, entry.at());
            case Event.CallMade call -> ends(call.desk(), entry.at());
            case Event.ServiceStarted(_, var desk) -> ends(desk, entry.at());
            case Event.ServiceDirect direct -> ends(direct.desk(), entry.at());
            case Event.DeskPaused(var desk, _) -> ends(desk, entry.at());
            case Event.DeskTaken(var desk, _, _) -> ends(desk, entry.at());
            case Event.DeskClosed(var desk, _) -> ends(desk, entry.at());
            default -> {}
        }
    }

    private void ends(DeskId desk, Instant at) {
        var began = since.remove(desk);
        if (began != null) {
            spentMs.merge(desk, Duration.between(began, at).toMillis(), Long::sum);
        }
    }

    Map<DeskId, Long> ms() {
        return Map.copyOf(spentMs);
    }
}
