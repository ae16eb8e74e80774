package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.play.Person.Where;

/// The log read a second time, from the text of the law: plain maps, and a scan over all people.
/// Shares the events with the law and nothing else, so that a mistake has to be made twice to stay
/// unseen.
final class Reading {

    /// An open desk.
    record Opened(DeskId counter, Actor by, Set<GroupCode> primary, Set<GroupCode> secondary) {
        boolean serves(Person person, boolean helped) {
            var only = person.legs.get(person.leg).only();
            return only.isPresent()
                    ? only.get().equals(counter)
                    : primary.contains(person.group())
                            || (helped && secondary.contains(person.group()));
        }
    }

    private final Booked booked = new Booked();

    private record Published(Instant from, Policy policy) {}

    private final List<Published> policies = new ArrayList<>();
    private final Map<DeskId, Opened> desks = new HashMap<>();
    private final Map<VisitId, Person> people = new TreeMap<>();

    Map<VisitId, Person> people() {
        return people;
    }

    Booked booked() {
        return booked;
    }

    /// By the policy that the ticket names: what is left where only the ground's credit goes.
    Instant fairWithoutGround(Person person) {
        var policy =
                policies.stream()
                        .map(Published::policy)
                        .filter(one -> one.version().equals(person.ticket.policy()))
                        .findFirst()
                        .orElseThrow();
        return Booked.fair(person.ticket, 0, policy);
    }

    Optional<Opened> desk(DeskId desk) {
        return Optional.ofNullable(desks.get(desk));
    }

    Person person(VisitId visit) {
        return Objects.requireNonNull(people.get(visit), () -> "no visit " + visit.index());
    }

    /// The one with the latest beginning not after the instant; ties: the one published later.
    Policy policyAt(Instant now) {
        Optional<Published> best = Optional.empty();
        for (var one : policies) {
            if (!one.from.isAfter(now) && best.filter(b -> one.from.isBefore(b.from)).isEmpty()) {
                best = Optional.of(one);
            }
        }
        return best.orElseThrow().policy;
    }

    /// E(D).
    List<Person> eligible(Opened desk, Instant now) {
        var helpAfter = policyAt(now).helpAfter();
        var eligible = new ArrayList<Person>();
        for (var person : people.values()) {
            if (!person.waits(now) || person.beginning().isAfter(now)) {
                continue;
            }
            boolean helped = !person.beginning().plus(helpAfter).isAfter(now);
            if (desk.serves(person, helped)) {
                eligible.add(person);
            }
        }
        return eligible;
    }

    /// Whom the law would call, with the rule.
    Optional<Map.Entry<Person, Event.Rule>> choice(List<Person> eligible, Instant now) {
        int limit = policyAt(now).maxOvertakes();
        // People stand in the order of their visits, so a tie leaves the smaller one.
        var lifted =
                eligible.stream()
                        .filter(person -> person.lawfulOvertakes() >= limit)
                        .min(Comparator.comparing(person -> person.ticket.claim()));
        return lifted.isPresent()
                ? lifted.map(person -> Map.entry(person, Event.Rule.LIMIT))
                : eligible.stream()
                        .min(Comparator.comparing(person -> person.fair))
                        .map(person -> Map.entry(person, Event.Rule.ORDER));
    }

    static List<Person> overtaken(List<Person> eligible, Person called) {
        return eligible.stream()
                .filter(person ->
                        person != called && person.ticket.claim().isBefore(called.ticket.claim()))
                .toList();
    }

    void read(Entry entry) {
        var at = entry.at();
        booked.read(entry);
        switch (entry.event()) {
            case Event.PolicyPublished(var from, var policy) ->
                    policies.add(new Published(from, policy));
            case Event.DayOpened _ -> {
                people.clear();
                desks.clear();
            }
            case Event.DeskOpened(var desk, var primary, var secondary) ->
                    opened(desk, entry.by(), primary, secondary);
            case Event.DeskTaken(var desk, var primary, var secondary) -> {
                opened(desk, entry.by(), primary, secondary);
                people.values().stream()
                        .filter(p -> p.where == Where.CALLED && p.calledAt.equals(desk))
                        .forEach(p -> p.waitsFrom(at));
            }
            case Event.DeskClosed(var desk, _) -> {
                desks.remove(desk);
                people.values().forEach(person -> person.frees(desk));
            }
            case Event.ServiceDirect(var desk, _, _, _, _) ->
                    desk(desk)
                            .map(open -> eligible(open, at))
                            .orElse(List.of())
                            .forEach(person ->
                                    person.overtakenBy.put(entry.index(), Event.Rule.OVERRIDE));
            case Event.ServiceAdded(var visit, _, var group, var now, _, _) ->
                    person(visit).gets(group, now);
            case Event.ServiceTransferred(var visit, var desk, var target, var returns) -> {
                person(visit).isHandedOn(desk, target, returns);
                person(visit).waitsFrom(at);
            }
            case Event.TicketIssued ticket -> {
                var visit = new VisitId(entry.index());
                people.put(visit, new Person(visit, ticket));
            }
            case Event.TicketHanded(var visit, var how, _) -> {
                if (how != Event.Handing.FAILED && person(visit).where == Where.RESERVED) {
                    person(visit).waitsFrom(at);
                }
            }
            case Event.TicketRestored(var visit) -> person(visit).waitsFrom(at);
            case Event.TicketVoided(var visit) -> person(visit).moves(Where.VOID, at);
            case Event.TicketLeft(var visit, _) -> person(visit).moves(Where.LEFT, at);
            case Event.CallMade call -> called(entry, call);
            case Event.CallWithdrawn withdrawn -> withdrawn(withdrawn, at);
            case Event.CallUnanswered(var visit, _) -> {
                person(visit).moves(Where.UNANSWERED, at);
                person(visit).everMissed = true;
            }
            case Event.CallReturned(var visit, _) -> person(visit).waitsFrom(at);
            case Event.GroundNotShown(var visit, _, var fair) -> {
                person(visit).fair = fair;
                person(visit).waitsFrom(at);
            }
            case Event.ServiceStarted(var visit, _) -> {
                person(visit).moves(Where.SERVED, at);
                person(visit).everServed = true;
            }
            case Event.ServiceParked(var visit, _, _, var until) -> {
                person(visit).moves(Where.PARKED, at);
                person(visit).parkedUntil = until.orElse(Instant.MAX);
            }
            case Event.ServiceResumed(var visit, _) -> person(visit).waitsFrom(at);
            case Event.ServiceFinished(var visit, _, _) when people.containsKey(visit) ->
                    finished(person(visit), at);
            default -> {}
        }
    }

    private void opened(DeskId desk, Actor by, List<GroupCode> primary, List<GroupCode> secondary) {
        desks.put(desk, new Opened(desk, by, Set.copyOf(primary), Set.copyOf(secondary)));
    }

    private static void finished(Person person, Instant at) {
        if (person.leg + 1 < person.legs.size()) {
            person.leg++;
            person.waitsFrom(at);
        } else {
            person.moves(Where.FINISHED, at);
        }
    }

    private void called(Entry entry, Event.CallMade call) {
        var called = person(call.visit());
        desk(call.desk())
                .map(desk -> overtaken(eligible(desk, entry.at()), called))
                .orElse(List.of())
                .forEach(person -> person.overtakenBy.put(entry.index(), call.rule()));
        called.beforeCall = called.where;
        called.calledAt = call.desk();
        called.moves(Where.CALLED, entry.at());
    }

    private void withdrawn(Event.CallWithdrawn withdrawn, Instant at) {
        person(withdrawn.visit()).moves(person(withdrawn.visit()).beforeCall, at);
        people.values().forEach(person -> person.overtakenBy.remove(withdrawn.call()));
        if (withdrawn.previous() instanceof Event.Previous.Was(var before)
                && people.containsKey(before)) {
            var person = person(before);
            person.leg -= person.where == Where.WAITING ? 1 : 0;
            person.isServedAgain(at);
        }
    }
}
