package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.VisitId;

/// What must always hold, said a second time over the log of the days, without the law's code. The
/// numbers are those of the law's own list.
final class Watch {

    private final Reading reading;
    private final Map<DeskId, VisitId> atDesk = new HashMap<>();
    private final Map<VisitId, Integer> largestLimit = new HashMap<>();
    private final Map<Character, Integer> numbers = new HashMap<>();
    private final Map<DeviceId, Long> devices = new HashMap<>();
    private final Set<RequestId> requests = new HashSet<>();
    private final List<Breach> breaches = new ArrayList<>();
    private Instant at = Instant.EPOCH;
    private long size;
    private Optional<RequestId> command = Optional.empty();

    Watch(Reading reading) {
        this.reading = reading;
    }

    /// Judges an entry on what was read before it. Then it has to be read.
    ///
    /// @return what it breaks
    List<Breach> judge(Entry entry) {
        breaches.clear();
        envelope(entry);
        switch (entry.event()) {
            case Event.DayOpened _ -> {
                numbers.clear();
                largestLimit.clear();
                requests.clear();
            }
            case Event.DeviceEnrolled(var device, _, _, _) -> devices.put(device, 0L);
            case Event.TicketIssued ticket -> {
                must(
                        entry,
                        reading.booked().isLawful(ticket, reading.policyAt(entry.at())),
                        "1: no booking gives this claim and fair time");
                must(
                        entry,
                        ticket.number().ordinal()
                                == numbers.merge(ticket.number().letter(), 1, Integer::sum),
                        "6: a number is left out or given twice");
            }
            case Event.DeskClosed(var desk, _) ->
                    must(entry, !atDesk.containsKey(desk), "2: it closes while somebody is there");
            case Event.CallMade call -> call(entry, call);
            case Event.ServiceDirect direct -> direct(entry, direct);
            case Event.DeskTaken(var desk, _, _) -> taken(desk);
            case Event.ServiceTransferred(var visit, var desk, _, _) -> frees(entry, desk, visit);
            case Event.ServiceAdded(var visit, var desk, _, _, _, _) ->
                    must(entry, visit.equals(atDesk.get(desk)), "2: the visit is not at this desk");
            case Event.DocumentRequested paper ->
                    must(
                            entry,
                            paper.visit().equals(atDesk.get(paper.desk())),
                            "2: the visit is not at this desk");
            case Event.CallRepeated call -> holds(entry, call.desk());
            case Event.CallWithdrawn withdrawn -> {
                holds(entry, withdrawn.desk());
                frees(entry, withdrawn.desk(), withdrawn.visit());
                if (withdrawn.previous() instanceof Event.Previous.Was(var before)) {
                    occupies(entry, withdrawn.desk(), before);
                }
            }
            case Event.CallUnanswered(var visit, var desk) -> frees(entry, desk, visit);
            case Event.GroundNotShown(var visit, var desk, var fair) -> {
                frees(entry, desk, visit);
                must(
                        entry,
                        fair.equals(reading.fairWithoutGround(reading.person(visit))),
                        "1: more than the ground's credit is lost, or less");
            }
            case Event.ServiceStarted(var visit, var desk) -> starts(entry, desk, visit);
            case Event.ServiceFinished(var visit, var desk, _) -> frees(entry, desk, visit);
            case Event.ServiceParked(var visit, var desk, _, _) ->
                    desk.ifPresent(from -> frees(entry, from, visit));
            case Event.TicketLeft(var visit, _) -> atDesk.values().remove(visit);
            case Event.DayClosed _ -> closes(entry);
            default -> {}
        }
        return List.copyOf(breaches);
    }

    /// 6, 7: dense indexes, time that never falls, actors that exist, each request once.
    private void envelope(Entry entry) {
        must(entry, entry.index() == size++, "7: the index is not the next one");
        must(entry, !entry.at().isBefore(at), "7: the log's time falls");
        at = entry.at();
        if (entry.by() instanceof Actor.Device(var id)) {
            must(entry, devices.containsKey(id), "8: this device does not exist");
            must(
                    entry,
                    entry.dn() == devices.merge(id, 1L, Long::sum),
                    "7: the counter of the device is not the next one");
        }
        if (command.isEmpty()) {
            must(entry, requests.add(entry.request()), "6: this request has a second effect");
        } else {
            must(entry, command.get().equals(entry.request()), "6: a command is cut");
        }
        command = entry.more() > 0 ? Optional.of(entry.request()) : Optional.empty();
    }

    /// 1, 3, 4: the law's own choice, never past the limit, first come first served without
    /// grounds.
    private void call(Entry entry, Event.CallMade call) {
        if (!holds(entry, call.desk())) {
            return;
        }
        var desk = reading.desk(call.desk()).orElseThrow();
        var called = reading.person(call.visit());
        var eligible = reading.eligible(desk, entry.at());
        var overtaken = Reading.overtaken(eligible, called);
        occupies(entry, call.desk(), call.visit());
        must(entry, call.overtaken() == overtaken.size(), "1: it miscounts whom it overtakes");
        if (call.rule() == Event.Rule.OVERRIDE) {
            must(entry, !call.reason().isNone(), "1: an override has no reason");
            return;
        }
        var lawful = reading.choice(eligible, entry.at());
        must(
                entry,
                lawful.isPresent()
                        && lawful.get().getKey() == called
                        && lawful.get().getValue() == call.rule(),
                "1: it is not the law's choice");
        int limit = reading.policyAt(entry.at()).maxOvertakes();
        for (var person : overtaken) {
            int largest = largestLimit.merge(person.visit, limit, Math::max);
            must(
                    entry,
                    person.lawfulOvertakes() < largest,
                    "3: visit " + person.visit.index() + " is overtaken past the limit");
        }
        // Whom a ground has held back before may be lifted even where nobody waits with one.
        if (call.rule() == Event.Rule.ORDER && eligible.stream().allMatch(Watch::cameAsTheyAre)) {
            var first = eligible.stream().min(Comparator.comparing(p -> p.ticket.arrival()));
            must(
                    entry,
                    first.equals(Optional.of(called)),
                    "4: nobody has a ground, and the first does not come first");
        }
    }

    private static boolean cameAsTheyAre(Person person) {
        return person.ticket.checkIn().isEmpty() && person.fair.equals(person.ticket.arrival());
    }

    /// 1: whoever could have been called instead is overtaken, for a reason.
    private void direct(Entry entry, Event.ServiceDirect direct) {
        if (holds(entry, direct.desk())) {
            var desk = reading.desk(direct.desk()).orElseThrow();
            int all = reading.eligible(desk, entry.at()).size();
            must(entry, direct.overtaken() == all, "1: it miscounts whom it overtakes");
            must(entry, !direct.reason().isNone(), "1: an override has no reason");
            occupies(entry, direct.desk(), new VisitId(entry.index()));
        }
    }

    /// Whoever was called waits again; whoever is served stays.
    private void taken(DeskId desk) {
        var visit = Optional.ofNullable(atDesk.get(desk)).map(reading.people()::get);
        if (visit.filter(person -> person.where == Person.Where.CALLED).isPresent()) {
            atDesk.remove(desk);
        }
    }

    private void starts(Entry entry, DeskId desk, VisitId visit) {
        holds(entry, desk);
        if (reading.person(visit).where == Person.Where.CALLED) {
            must(entry, visit.equals(atDesk.get(desk)), "2: somebody else was called there");
        } else {
            occupies(entry, desk, visit);
        }
    }

    /// 2: no visit at two desks, no desk with two visits.
    private void occupies(Entry entry, DeskId desk, VisitId visit) {
        must(entry, !atDesk.containsKey(desk), "2: the desk has somebody already");
        must(entry, !atDesk.containsValue(visit), "2: the visit is at another desk");
        atDesk.put(desk, visit);
    }

    private void frees(Entry entry, DeskId desk, VisitId visit) {
        must(entry, atDesk.remove(desk, visit), "2: this visit was not at this desk");
    }

    /// 8: only who has the desk acts there.
    private boolean holds(Entry entry, DeskId desk) {
        boolean held = reading.desk(desk).filter(d -> d.by().equals(entry.by())).isPresent();
        must(entry, held, "8: the desk is not open, or belongs to somebody else");
        return held;
    }

    /// 5: whoever came is accounted for, to the millisecond.
    private void closes(Entry entry) {
        must(entry, atDesk.isEmpty(), "2: somebody is at a desk");
        for (var person : reading.people().values()) {
            var name = "visit " + person.visit.index();
            must(entry, person.where.isOver(), "5: " + name + " is neither done nor gone");
            must(entry, person.clocksAddUp(), "5: the clocks of " + name + " do not add up");
        }
    }

    private void must(Entry entry, boolean holds, String why) {
        if (!holds) {
            breaches.add(new Breach(entry.index(), EventCodec.type(entry.event()), why));
        }
    }
}
