package kz.adalkezek.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.VisitId;

/// What a branch tells its people about their wait: forecasts the law, learns how long things take,
/// and compares what it has told with what came. One thread shows it the log and lets it look; any
/// thread may ask.
public final class Outlook {

    /// Told to somebody who has just taken a ticket.
    private record Told(Instant at, int kind, Range range) {}

    /// What can be asked. It never changes.
    private record View(Forecast forecast, Trust trust, Kept kept, Set<GroupCode> known) {}

    private final Learned learned;
    private final int futures;
    private final Trust trust = new Trust();
    private final Map<VisitId, Told> promises = new HashMap<>();
    private final List<VisitId> justIssued = new ArrayList<>();
    private Kept kept = Kept.NONE;
    private volatile View view = new View(Forecast.none(), new Trust(), Kept.NONE, Set.of());

    /// @param futures that a forecast is made of: more are steadier and take longer
    public Outlook(Errands errands, int futures) {
        this.learned = new Learned(errands);
        this.futures = futures;
    }

    /// Entries in the order of the log; it may begin at any `day.opened`.
    public void saw(Entry entry) {
        learned.saw(entry);
        switch (entry.event()) {
            case Event.DayOpened _ -> {
                promises.clear();
                justIssued.clear();
            }
            case Event.TicketIssued _ -> justIssued.add(new VisitId(entry.index()));
            case Event.CallMade call -> came(call.visit(), entry.at());
            case Event.TicketVoided(var visit) -> promises.remove(visit);
            case Event.TicketLeft(var visit, _) -> promises.remove(visit);
            case Event.ServiceParked(var visit, _, _, _) -> promises.remove(visit);
            default -> {}
        }
    }

    private void came(VisitId visit, Instant at) {
        var told = promises.remove(visit);
        if (told != null) {
            var wait = Duration.between(told.at, at);
            trust.kept(told.kind, told.range, wait);
            kept = kept.with(told.range, wait);
        }
    }

    /// Forecasts anew. Whoever has taken a ticket since the last look is told from here.
    ///
    /// @param line which holds what was shown so far, or more
    /// @param groups of which newcomers may ask
    public void look(Line line, Instant now, Iterable<GroupCode> groups) {
        var forecast = Forecast.of(line, now, groups, learned, futures);
        view = new View(forecast, trust.copy(), kept, learned.known());
        for (var visit : justIssued) {
            var raw = range(share -> forecast.wait(visit, share));
            raw.ifPresent(range ->
                    promises.put(visit, new Told(now, Trust.kind(range.p50()), trust.told(range))));
        }
        justIssued.clear();
    }

    /// When it has looked last.
    public Instant at() {
        return view.forecast.at();
    }

    /// How long somebody who waits will go on waiting; nothing for whom it has not seen waiting.
    public Optional<Range> of(VisitId visit, Instant now) {
        var seen = view;
        return range(share -> seen.forecast.wait(visit, share))
                .map(seen.trust::told)
                .map(range -> since(range, Duration.between(seen.forecast.at(), now)));
    }

    /// How long somebody would wait who came now.
    ///
    /// @param credit minutes of a ground of the policy, or 0
    public Optional<Range> of(GroupCode group, int credit) {
        var seen = view;
        return range(share -> seen.forecast.wait(group, credit, share)).map(seen.trust::told);
    }

    /// Whether the branch has measured enough of its own in this group.
    public boolean knows(GroupCode group) {
        return view.known.contains(group);
    }

    public Kept kept() {
        return view.kept;
    }

    @FunctionalInterface
    private interface Waits {
        Optional<Duration> at(double share);
    }

    private static Optional<Range> range(Waits waits) {
        return waits.at(Trust.P10)
                .map(p10 ->
                        new Range(
                                p10,
                                waits.at(Trust.P50).orElseThrow(),
                                waits.at(Trust.P90).orElseThrow()));
    }

    /// What is left of a wait some time later.
    private static Range since(Range range, Duration passed) {
        return new Range(
                left(range.p10(), passed), left(range.p50(), passed), left(range.p90(), passed));
    }

    private static Duration left(Duration wait, Duration passed) {
        var left = wait.minus(passed);
        return passed.isNegative() ? wait : left.isNegative() ? Duration.ZERO : left;
    }
}
