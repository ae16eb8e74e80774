package kz.adalkezek.forecast;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;

/// What a branch learns from its own log about the times of its people: services, the walk to the
/// counter, papers put in order, calls that nobody answers, pauses, and how many come with a
/// credit. Used by one thread.
public final class Learned implements Times {

    private static final int ENOUGH = 10;
    private static final Recent NOTHING = new Recent();

    private static final Pace WALK = new Pace(25_000, 0.6);
    private static final Pace WRAP_UP = new Pace(30_000, 0.8);
    private static final Pace PAUSE = new Pace(20 * 60_000, 0.7);
    private static final Pace UNANSWERED = new Pace(110_000, 0.4);
    private static final double UNANSWERED_SHARE = 0.05;
    private static final int UNANSWERED_PULL = 40;
    private static final Duration CREDITED_WITHIN = Duration.ofHours(1);

    /// Longer gaps are no wrap-up: the desk has done something else.
    private static final Duration WRAP_UP_MAX = Duration.ofMinutes(15);

    /// What a desk is at, as far as its times go.
    private static final class AtDesk {
        Optional<Instant> called = Optional.empty();
        Optional<Instant> started = Optional.empty();
        Optional<Instant> finished = Optional.empty();
        Optional<Instant> paused = Optional.empty();
    }

    /// What is known of a visit of today.
    private static final class Known {
        final List<GroupCode> legs;
        Optional<Instant> handed = Optional.empty();
        int leg;

        /// Whether its legs are still those of the ticket.
        boolean asChosen = true;

        Known(List<GroupCode> legs) {
            this.legs = new ArrayList<>(legs);
        }

        Optional<GroupCode> group() {
            return leg < legs.size() ? Optional.of(legs.get(leg)) : Optional.empty();
        }
    }

    private final Errands errands;
    private final Map<String, Recent> services = new HashMap<>();
    private final Map<GroupCode, Recent> groups = new HashMap<>();
    private final Recent walks = new Recent();
    private final Recent wrapUps = new Recent();
    private final Recent pauses = new Recent();
    private final Recent unanswered = new Recent();
    private final Map<DeskId, AtDesk> desks = new HashMap<>();
    private final Map<VisitId, Known> visits = new HashMap<>();
    private final Deque<Credited> credited = new ArrayDeque<>();
    private long calls;
    private long missed;

    public Learned(Errands errands) {
        this.errands = errands;
    }

    /// Entries in the order of the log; it may begin at any `day.opened`.
    public void saw(Entry entry) {
        var at = entry.at();
        switch (entry.event()) {
            case Event.DayOpened _ -> {
                desks.clear();
                visits.clear();
                credited.clear();
            }
            case Event.TicketIssued ticket -> issued(entry, ticket);
            case Event.TicketHanded(var visit, _, _) ->
                    known(visit).ifPresent(known -> known.handed = Optional.of(at));
            case Event.DeskOpened(var desk, _, _) -> desks.put(desk, new AtDesk());
            case Event.DeskTaken(var desk, _, _) -> idle(desk);
            case Event.DeskClosed(var desk, _) -> desks.remove(desk);
            case Event.DeskPaused(var desk, _) -> idle(desk).paused = Optional.of(at);
            case Event.DeskResumed(var desk) -> {
                desk(desk).paused.ifPresent(from -> pauses.add(Duration.between(from, at)));
                idle(desk);
            }
            case Event.CallMade call -> called(call, at);
            case Event.CallWithdrawn(_, var desk, _, _) -> idle(desk);
            case Event.CallUnanswered(_, var desk) -> {
                desk(desk).called.ifPresent(from -> unanswered.add(Duration.between(from, at)));
                missed++;
                freed(desk, at);
            }
            case Event.GroundNotShown(_, var desk, _) -> freed(desk, at);
            case Event.ServiceStarted(_, var desk) -> started(desk, at);
            case Event.ServiceDirect(var desk, _, _, _, _) -> idle(desk).started = Optional.of(at);
            case Event.ServiceFinished(var visit, var desk, _) -> {
                served(visit, desk, at);
                known(visit).ifPresent(known -> known.leg++);
                freed(desk, at);
            }
            case Event.ServiceTransferred(var visit, var desk, var target, _) -> {
                known(visit).ifPresent(known -> moved(known, target));
                freed(desk, at);
            }
            case Event.ServiceAdded(var visit, _, _, _, _, _) ->
                    known(visit).ifPresent(known -> known.asChosen = false);
            case Event.ServiceParked(var visit, var desk, _, _) -> {
                known(visit).ifPresent(known -> known.asChosen = false);
                desk.ifPresent(at1 -> freed(at1, at));
            }
            default -> {}
        }
    }

    private void issued(Entry entry, Event.TicketIssued ticket) {
        var group = ticket.groups().getFirst();
        visits.put(new VisitId(entry.index()), new Known(ticket.groups()));
        if (ticket.fair().isBefore(ticket.claim())) {
            long ahead = Duration.between(ticket.fair(), ticket.claim()).toMinutes();
            credited.addLast(new Credited(entry.at(), group, Math.toIntExact(ahead)));
        }
        while (!credited.isEmpty()
                && credited.getFirst().at().isBefore(entry.at().minus(CREDITED_WITHIN))) {
            credited.removeFirst();
        }
    }

    private void called(Event.CallMade call, Instant at) {
        calls++;
        var desk = desk(call.desk());
        // Only where somebody stood there already does the gap say how long the desk takes.
        if (desk.finished.isPresent()
                && known(call.visit())
                        .flatMap(known -> known.handed)
                        .filter(handed -> handed.isBefore(desk.finished.get()))
                        .isPresent()) {
            var gap = Duration.between(desk.finished.get(), at);
            if (gap.compareTo(WRAP_UP_MAX) <= 0) {
                wrapUps.add(gap);
            }
        }
        idle(call.desk()).called = Optional.of(at);
    }

    private void started(DeskId id, Instant at) {
        var desk = desk(id);
        desk.called.ifPresent(from -> walks.add(Duration.between(from, at)));
        idle(id).started = Optional.of(at);
    }

    private void served(VisitId visit, DeskId id, Instant at) {
        var began = desk(id).started;
        var known = known(visit);
        if (began.isEmpty() || known.isEmpty()) {
            return;
        }
        var time = Duration.between(began.get(), at);
        var leg =
                known.get().asChosen
                        ? errands.of(visit, known.get().leg)
                        : List.<Errands.Service>of();
        if (leg.size() == 1) {
            services.computeIfAbsent(leg.getFirst().code(), _ -> new Recent()).add(time);
        }
        known.get()
                .group()
                .ifPresent(group -> groups.computeIfAbsent(group, _ -> new Recent()).add(time));
    }

    private static void moved(Known known, Event.Target target) {
        known.asChosen = false;
        if (target instanceof Event.Target.Group(var group) && known.leg < known.legs.size()) {
            known.legs.set(known.leg, group);
        }
    }

    private void freed(DeskId id, Instant at) {
        idle(id).finished = Optional.of(at);
    }

    private AtDesk idle(DeskId id) {
        var idle = new AtDesk();
        desks.put(id, idle);
        return idle;
    }

    private AtDesk desk(DeskId id) {
        return desks.computeIfAbsent(id, _ -> new AtDesk());
    }

    private Optional<Known> known(VisitId visit) {
        return Optional.ofNullable(visits.get(visit));
    }

    @Override
    public Optional<Instant> startedAt(DeskId desk) {
        return desk(desk).started;
    }

    @Override
    public Optional<Instant> finishedAt(DeskId desk) {
        return desk(desk).finished;
    }

    @Override
    public Optional<Instant> pausedAt(DeskId desk) {
        return desk(desk).paused;
    }

    @Override
    public Pace walk() {
        return walks.pace(WALK.medianMs(), WALK.spread());
    }

    @Override
    public Pace wrapUp() {
        return wrapUps.pace(WRAP_UP.medianMs(), WRAP_UP.spread());
    }

    @Override
    public Pace pause() {
        return pauses.pace(PAUSE.medianMs(), PAUSE.spread());
    }

    @Override
    public Pace unansweredCall() {
        return unanswered.pace(UNANSWERED.medianMs(), UNANSWERED.spread());
    }

    @Override
    public double unansweredShare() {
        return (missed + UNANSWERED_SHARE * UNANSWERED_PULL) / (calls + UNANSWERED_PULL);
    }

    @Override
    public Collection<Credited> credited() {
        return credited;
    }

    @Override
    public Pace group(GroupCode group) {
        return groups.getOrDefault(group, NOTHING).pace(errands.mean(group));
    }

    @Override
    public List<Pace> leg(Visit visit, int leg) {
        var known = known(visit.id());
        boolean asChosen = known.isPresent() && known.get().asChosen;
        var chosen = asChosen ? errands.of(visit.id(), leg) : List.<Errands.Service>of();
        return chosen.isEmpty()
                ? List.of(group(visit.legs().get(leg).group()))
                : chosen.stream().map(this::service).toList();
    }

    private Pace service(Errands.Service service) {
        return services.getOrDefault(service.code(), NOTHING).pace(service.mean());
    }

    /// Groups in which enough was measured for it to weigh more than the catalogue.
    Set<GroupCode> known() {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().count() >= ENOUGH)
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }
}
