package kz.adalkezek.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The law of the queue read a second time, from its text alone: everything is a plain map and a
/// scan over all people. It shares the events with the product and nothing else, so that a mistake
/// has to be made twice to stay unseen.
final class SecondReading {

    enum Where {
        RESERVED,
        WAITING,
        CALLED,
        SERVED,
        PARKED,
        UNANSWERED,
        VOID,
        LEFT,
        FINISHED
    }

    /// One visit, as far as the order of service asks.
    static final class Person {
        final VisitId visit;
        final Event.TicketIssued ticket;
        final List<Leg> legs = new ArrayList<>();
        int leg;
        Instant fair;
        Where where = Where.RESERVED;
        Instant waitsFrom = Instant.MAX;
        Instant parkedUntil = Instant.MAX;
        Where beforeCall = Where.WAITING;
        DeskId calledAt = new DeskId(1);

        /// The calls that overtook this person, and by which rule.
        final Map<Long, Event.Rule> overtakenBy = new HashMap<>();

        Person(VisitId visit, Event.TicketIssued ticket) {
            this.visit = visit;
            this.ticket = ticket;
            this.fair = ticket.fair();
            ticket.groups().forEach(group -> legs.add(new Leg(group, Optional.empty())));
        }

        GroupCode group() {
            return legs.get(leg).group;
        }

        long lawfulOvertakes() {
            return overtakenBy.values().stream().filter(r -> r != Event.Rule.OVERRIDE).count();
        }

        /// A parked visit counts as waiting from its return time, without an event.
        Where whereAt(Instant now) {
            return where == Where.PARKED && !parkedUntil.isAfter(now) ? Where.WAITING : where;
        }

        /// When it began to wait.
        Instant beginning() {
            if (where != Where.PARKED) {
                return waitsFrom;
            }
            return parkedUntil.isBefore(ticket.claim()) ? ticket.claim() : parkedUntil;
        }

        private void waitFrom(Instant at) {
            where = Where.WAITING;
            waitsFrom = at.isBefore(ticket.claim()) ? ticket.claim() : at;
        }
    }

    /// @param only the counter that alone may call it
    record Leg(GroupCode group, Optional<DeskId> only) {}

    /// The groups of the desk at a counter.
    record Groups(DeskId counter, Set<GroupCode> primary, Set<GroupCode> secondary) {
        static Groups of(DeskId counter, List<GroupCode> primary, List<GroupCode> secondary) {
            return new Groups(counter, new HashSet<>(primary), new HashSet<>(secondary));
        }
    }

    record Pick(VisitId visit, Event.Rule rule, int eligible) {}

    private record Published(Instant from, Policy policy) {}

    private final List<Published> policies = new ArrayList<>();
    private final Map<DeskId, Groups> desks = new HashMap<>();
    private final Map<VisitId, Person> people = new TreeMap<>();
    private LocalDate today = LocalDate.MIN;

    Map<VisitId, Person> people() {
        return people;
    }

    Groups groups(DeskId desk) {
        return Objects.requireNonNull(desks.get(desk), () -> "no desk " + desk);
    }

    boolean isOpen(DeskId counter) {
        return desks.containsKey(counter);
    }

    Person person(VisitId visit) {
        return Objects.requireNonNull(people.get(visit), () -> "no visit " + visit);
    }

    /// The one with the latest beginning not after the instant; ties: the one published later.
    Policy policyAt(Instant now) {
        Optional<Published> best = Optional.empty();
        for (var published : policies) {
            if (published.from.isAfter(now)) {
                continue;
            }
            if (best.isEmpty() || !published.from.isBefore(best.get().from)) {
                best = Optional.of(published);
            }
        }
        return best.orElseThrow().policy;
    }

    Policy named(String version) {
        return policies.stream()
                .map(Published::policy)
                .filter(policy -> policy.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /// What a kiosk gave on a day that is over is nobody's who waits.
    boolean isOfToday(Event.TicketIssued ticket) {
        return ticket.offline().map(Event.Offline::day).orElse(today).equals(today);
    }

    /// E(D).
    List<Person> eligible(Groups desk, Instant now) {
        var helpAfter = policyAt(now).helpAfter();
        var eligible = new ArrayList<Person>();
        for (var person : people.values()) {
            var beginning = person.beginning();
            if (person.whereAt(now) != Where.WAITING || beginning.isAfter(now)) {
                continue;
            }
            boolean helped = !beginning.plus(helpAfter).isAfter(now);
            var only = person.legs.get(person.leg).only;
            if (only.isPresent()) {
                if (only.get().equals(desk.counter)) {
                    eligible.add(person);
                }
            } else if (desk.primary.contains(person.group())
                    || (desk.secondary.contains(person.group()) && helped)) {
                eligible.add(person);
            }
        }
        return eligible;
    }

    Optional<Pick> next(Groups desk, Instant now) {
        var eligible = eligible(desk, now);
        int limit = policyAt(now).maxOvertakes();
        Optional<Person> lifted = Optional.empty();
        Optional<Person> first = Optional.empty();
        for (var person : eligible) {
            boolean atTheLimit = person.lawfulOvertakes() >= limit;
            // People are scanned from the smallest visit on, so a tie leaves the smaller one.
            if (atTheLimit
                    && lifted.filter(l -> !person.ticket.claim().isBefore(l.ticket.claim()))
                            .isEmpty()) {
                lifted = Optional.of(person);
            }
            if (first.filter(f -> !person.fair.isBefore(f.fair)).isEmpty()) {
                first = Optional.of(person);
            }
        }
        return lifted.isPresent()
                ? lifted.map(p -> new Pick(p.visit, Event.Rule.LIMIT, eligible.size()))
                : first.map(p -> new Pick(p.visit, Event.Rule.ORDER, eligible.size()));
    }

    Set<VisitId> overtaken(Groups desk, VisitId called, Instant now) {
        var claim = person(called).ticket.claim();
        var overtaken = new HashSet<VisitId>();
        for (var person : eligible(desk, now)) {
            if (!person.visit.equals(called) && person.ticket.claim().isBefore(claim)) {
                overtaken.add(person.visit);
            }
        }
        return overtaken;
    }

    void read(Entry entry) {
        var at = entry.at();
        switch (entry.event()) {
            case Event.PolicyPublished(var from, var policy) ->
                    policies.add(new Published(from, policy));
            case Event.DayOpened(var day, _, _) -> {
                today = day;
                people.clear();
                desks.clear();
            }
            case Event.DeskOpened(var desk, var primary, var secondary) ->
                    desks.put(desk, Groups.of(desk, primary, secondary));
            case Event.DeskClosed(var desk, _) -> {
                desks.remove(desk);
                for (var person : people.values()) {
                    person.legs.replaceAll(leg ->
                            leg.only.equals(Optional.of(desk))
                                    ? new Leg(leg.group, Optional.empty())
                                    : leg);
                }
            }
            case Event.DeskTaken(var desk, var primary, var secondary) -> {
                desks.put(desk, Groups.of(desk, primary, secondary));
                for (var person : people.values()) {
                    if (person.where == Where.CALLED && person.calledAt.equals(desk)) {
                        person.waitFrom(at);
                    }
                }
            }
            case Event.ServiceDirect direct -> {
                for (var person : eligible(groups(direct.desk()), at)) {
                    person.overtakenBy.put(entry.index(), Event.Rule.OVERRIDE);
                }
            }
            case Event.TicketIssued ticket when isOfToday(ticket) -> {
                var visit = new VisitId(entry.index());
                people.put(visit, new Person(visit, ticket));
            }
            case Event.TicketHanded(var visit, var how, _) -> {
                var person = person(visit);
                if (how != Event.Handing.FAILED && person.where == Where.RESERVED) {
                    person.waitFrom(at);
                }
            }
            case Event.TicketRestored(var visit) -> person(visit).waitFrom(at);
            case Event.TicketVoided(var visit) -> person(visit).where = Where.VOID;
            case Event.TicketLeft(var visit, _) when people.containsKey(visit) ->
                    person(visit).where = Where.LEFT;
            case Event.CallMade call -> {
                for (var visit : overtaken(groups(call.desk()), call.visit(), at)) {
                    person(visit).overtakenBy.put(entry.index(), call.rule());
                }
                var called = person(call.visit());
                called.beforeCall = called.where;
                called.calledAt = call.desk();
                called.where = Where.CALLED;
            }
            case Event.CallWithdrawn(var visit, _, var call, var previous) -> {
                person(visit).where = person(visit).beforeCall;
                people.values().forEach(person -> person.overtakenBy.remove(call));
                if (previous instanceof Event.Previous.Was(var before)
                        && people.containsKey(before)) {
                    var person = person(before);
                    person.leg -= person.where == Where.WAITING ? 1 : 0;
                    person.where = Where.SERVED;
                }
            }
            case Event.CallUnanswered(var visit, _) -> person(visit).where = Where.UNANSWERED;
            case Event.GroundNotShown(var visit, _, var fair) -> {
                person(visit).fair = fair;
                person(visit).waitFrom(at);
            }
            case Event.ServiceStarted(var visit, _) -> person(visit).where = Where.SERVED;
            case Event.ServiceParked(var visit, _, _, var until) -> {
                person(visit).where = Where.PARKED;
                person(visit).parkedUntil = until.orElse(Instant.MAX);
            }
            case Event.ServiceAdded(var visit, _, var group, var now, _, _) -> {
                var person = person(visit);
                int place = now ? person.leg + 1 : person.legs.size();
                if (!person.legs.get(place - 1).group.equals(group)) {
                    person.legs.add(place, new Leg(group, Optional.empty()));
                }
            }
            case Event.ServiceTransferred(var visit, var desk, var target, var returns) -> {
                var person = person(visit);
                var left = person.group();
                person.legs.remove(person.leg);
                if (returns) {
                    person.legs.add(person.leg, new Leg(left, Optional.of(desk)));
                }
                if (target instanceof Event.Target.Group(var group)) {
                    person.legs.add(person.leg, new Leg(group, Optional.empty()));
                } else if (target instanceof Event.Target.Counter(var counter)) {
                    person.legs.add(person.leg, new Leg(left, Optional.of(counter)));
                }
                person.waitFrom(at);
            }
            case Event.ServiceResumed(var visit, _) -> person(visit).waitFrom(at);
            case Event.CallReturned(var visit, _) -> person(visit).waitFrom(at);
            case Event.ServiceFinished(var visit, _, _) when people.containsKey(visit) -> {
                var person = person(visit);
                if (person.leg + 1 < person.legs.size()) {
                    person.leg++;
                    person.waitFrom(at);
                } else {
                    person.where = Where.FINISHED;
                }
            }
            default -> {}
        }
    }
}
