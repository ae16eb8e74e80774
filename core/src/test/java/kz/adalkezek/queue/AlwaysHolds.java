package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.adalkezek.queue.SecondReading.Where;

/// What must always hold (`queue-law.md`), said a second way over the entries of a log: without the
/// rules, without the line.
final class AlwaysHolds {

    private final boolean grounds;
    private final SecondReading second = new SecondReading();
    private final Envelope envelope = new Envelope();
    private final BookedReading bookings = new BookedReading();
    private final DayTotals totals = new DayTotals();
    private final Map<VisitId, Clocks> clocks = new HashMap<>();
    private final Map<DeskId, VisitId> atDesk = new HashMap<>();
    private final Map<VisitId, Integer> largestLimit = new HashMap<>();
    private final LeaseReading numbers = new LeaseReading();
    private final Set<RequestId> finishing = new HashSet<>();
    private final Set<VisitId> returned = new HashSet<>();
    private final Set<DeskId> paused = new HashSet<>();
    private final Set<VisitId> rated = new HashSet<>();
    private final Set<VisitId> directs = new HashSet<>();
    private final Set<RequestId> late = new HashSet<>();

    /// @param grounds whether grounds or bookings may change the order
    AlwaysHolds(boolean grounds) {
        this.grounds = grounds;
    }

    void read(Entry entry) {
        envelope.read(entry);
        bookings.read(entry, second);
        numbers.read(entry);
        switch (entry.event()) {
            case Event.CallMade call -> called(entry, call);
            case Event.CallWithdrawn withdrawn -> withdrawn(withdrawn);
            case Event.CallUnanswered(var visit, var desk) -> frees(desk, visit);
            case Event.GroundNotShown(var visit, var desk, _) -> frees(desk, visit);
            case Event.ServiceStarted(var visit, var desk) -> started(entry, visit, desk);
            case Event.ServiceFinished(var visit, var desk, _) -> {
                if (!directs.contains(visit)) {
                    assertThat(where(visit)).isEqualTo(Where.SERVED);
                }
                frees(desk, visit);
                finishing.add(entry.request());
            }
            case Event.ServiceAdded(var visit, var desk, _, _, _, _) ->
                    assertThat(atDesk).containsEntry(desk, visit);
            case Event.DocumentRequested(var visit, var desk, var listed, var reason, _) -> {
                assertThat(atDesk).containsEntry(desk, visit);
                assertThat(where(visit)).isEqualTo(Where.SERVED);
                assertThat(reason.isNone()).isEqualTo(listed);
            }
            case Event.ServiceTransferred(var visit, var desk, var target, _) -> {
                assertThat(where(visit)).isEqualTo(Where.SERVED);
                frees(desk, visit);
                if (target instanceof Event.Target.Counter(var counter)) {
                    assertThat(second.isOpen(counter)).isTrue();
                }
            }
            case Event.ServiceParked parked -> parked(entry, parked);
            case Event.ServiceResumed(var visit, _) ->
                    assertThat(whereAt(visit, entry)).isEqualTo(Where.PARKED);
            case Event.VisitComing(var visit) ->
                    assertThat(where(visit)).isIn(Where.WAITING, Where.PARKED, Where.CALLED);
            case Event.Rated(var visit, _) -> {
                assertThat(where(visit)).isEqualTo(Where.FINISHED);
                assertThat(rated.add(visit)).isTrue();
            }
            case Event.CallReturned(var visit, _) -> {
                assertThat(where(visit)).isEqualTo(Where.UNANSWERED);
                assertThat(returned.add(visit)).isTrue();
            }
            case Event.TicketLeft(var visit, _) when isOfToday(visit, entry) -> left(visit);
            case Event.DeskClosed(var desk, _) -> {
                assertThat(atDesk).doesNotContainKey(desk);
                paused.remove(desk);
            }
            case Event.DeskTaken(var desk, _, _) -> taken(desk);
            case Event.ServiceDirect direct -> direct(entry, direct);
            case Event.DeskPaused(var desk, _) -> {
                assertThat(atDesk).doesNotContainKey(desk);
                assertThat(paused.add(desk)).isTrue();
            }
            case Event.DeskResumed(var desk) -> assertThat(paused.remove(desk)).isTrue();
            case Event.TicketIssued ticket when !second.isOfToday(ticket) ->
                    late.add(entry.request());
            case Event.TicketRestored(var visit) -> assertThat(where(visit)).isEqualTo(Where.VOID);
            case Event.TicketVoided(var visit) ->
                    assertThat(where(visit)).isEqualTo(Where.RESERVED);
            case Event.DayClosed(_, var published, _) -> closed(published);
            default -> {}
        }
        returned(entry);
        second.read(entry);
        totals.read(entry, second);
        clock(entry);
        if (entry.event() instanceof Event.DayOpened) {
            clocks.clear();
            largestLimit.clear();
        }
    }

    /// 1, 3 and 4: the law's own choice; never past the limit; without grounds first come, first
    /// served.
    private void called(Entry entry, Event.CallMade call) {
        var desk = second.groups(call.desk());
        var at = entry.at();
        var overtaken = second.overtaken(desk, call.visit(), at);
        assertThat(call.overtaken()).isEqualTo(overtaken.size());
        var policy = second.policyAt(at);
        assertThat(call.policy()).isEqualTo(policy.version());
        occupies(call.desk(), call.visit());
        if (call.rule() == Event.Rule.OVERRIDE) {
            overridden(entry, call);
            return;
        }
        assertThat(call.reason()).isEqualTo(Code.NONE);
        assertThat(second.next(desk, at))
                .contains(new SecondReading.Pick(call.visit(), call.rule(), call.eligible()));
        for (var visit : overtaken) {
            largestLimit.merge(visit, policy.maxOvertakes(), Math::max);
            assertThat(second.person(visit).lawfulOvertakes())
                    .as("overtakes of %s before entry %s", visit, entry.index())
                    .isLessThan(largestLimit.getOrDefault(visit, 0));
        }
        if (!grounds) {
            var firstCome =
                    Comparator.comparing((SecondReading.Person p) -> p.ticket.arrival())
                            .thenComparing(p -> p.visit);
            assertThat(second.eligible(desk, at).stream().min(firstCome).map(p -> p.visit))
                    .contains(call.visit());
        }
    }

    /// 1: any other call is an override with a reason; it is not the law's own choice.
    private void overridden(Entry entry, Event.CallMade call) {
        assertThat(call.reason()).isNotEqualTo(Code.NONE);
        var desk = second.groups(call.desk());
        var person = second.person(call.visit());
        assertThat(person.whereAt(entry.at())).isIn(Where.WAITING, Where.PARKED);
        assertThat(second.next(desk, entry.at()).map(SecondReading.Pick::visit))
                .isNotEqualTo(Optional.of(call.visit()));
        var others = second.eligible(desk, entry.at());
        others.remove(person);
        assertThat(call.eligible()).isEqualTo(others.size() + 1);
        var only = person.legs.get(person.leg).only();
        assertThat(
                        only.map(call.desk()::equals)
                                .orElse(
                                        desk.primary().contains(person.group())
                                                || desk.secondary().contains(person.group())))
                .isTrue();
    }

    private void withdrawn(Event.CallWithdrawn withdrawn) {
        frees(withdrawn.desk(), withdrawn.visit());
        if (withdrawn.previous() instanceof Event.Previous.Was(var before)) {
            if (!directs.contains(before)) {
                assertThat(where(before)).isIn(Where.FINISHED, Where.WAITING);
            }
            occupies(withdrawn.desk(), before);
        }
    }

    /// Who starts has been called there, or stays after a leg that the same command has finished.
    private void started(Entry entry, VisitId visit, DeskId desk) {
        if (where(visit) == Where.CALLED) {
            assertThat(atDesk).containsEntry(desk, visit);
            return;
        }
        assertThat(finishing).contains(entry.request());
        var person = second.person(visit);
        assertThat(second.groups(desk).primary()).contains(person.group());
        assertThat(person.legs.get(person.leg).only().orElse(desk)).isEqualTo(desk);
        occupies(desk, visit);
    }

    /// Who was called waits again; who is served goes on in other hands.
    private void taken(DeskId desk) {
        paused.remove(desk);
        var visit = atDesk.get(desk);
        if (visit != null && !directs.contains(visit) && where(visit) == Where.CALLED) {
            atDesk.remove(desk);
        }
    }

    /// Somebody without a ticket goes before everybody whom the desk could have called.
    private void direct(Entry entry, Event.ServiceDirect direct) {
        int all = second.eligible(second.groups(direct.desk()), entry.at()).size();
        assertThat(direct.eligible()).isEqualTo(all);
        assertThat(direct.overtaken()).isEqualTo(all);
        assertThat(direct.reason()).isNotEqualTo(Code.NONE);
        var service = new VisitId(entry.index());
        directs.add(service);
        occupies(direct.desk(), service);
    }

    /// By the desk that serves the visit, or by the citizen who waits.
    private void parked(Entry entry, Event.ServiceParked parked) {
        if (parked.desk().isPresent()) {
            assertThat(where(parked.visit())).isEqualTo(Where.SERVED);
            frees(parked.desk().get(), parked.visit());
        } else {
            assertThat(whereAt(parked.visit(), entry)).isEqualTo(Where.WAITING);
        }
        assertThat(parked.until().orElse(Instant.MAX)).isAfter(entry.at());
    }

    /// 2: no visit at two desks, no desk with two visits.
    private void occupies(DeskId desk, VisitId visit) {
        assertThat(paused).doesNotContain(desk);
        assertThat(atDesk).doesNotContainKey(desk).doesNotContainValue(visit);
        atDesk.put(desk, visit);
    }

    private void frees(DeskId desk, VisitId visit) {
        assertThat(atDesk).containsEntry(desk, visit);
        atDesk.remove(desk);
    }

    /// A ticket of a day that is over has left in the command that brought it.
    private boolean isOfToday(VisitId visit, Entry left) {
        boolean known = second.people().containsKey(visit);
        assertThat(known || late.contains(left.request())).isTrue();
        return known;
    }

    private void left(VisitId visit) {
        assertThat(where(visit)).isNotIn(Where.SERVED, Where.VOID, Where.LEFT, Where.FINISHED);
        atDesk.values().remove(visit);
    }

    private void closed(Totals published) {
        assertThat(atDesk).isEmpty();
        assertThat(second.people().values())
                .extracting(person -> person.where)
                .isSubsetOf(Where.VOID, Where.LEFT, Where.FINISHED);
        totals.agreeWith(published);
    }

    /// The clock of who comes back without an event changes at that instant.
    private void returned(Entry entry) {
        for (var person : second.people().values()) {
            if (person.where == Where.PARKED && person.whereAt(entry.at()) == Where.WAITING) {
                clocks.computeIfAbsent(person.visit, _ -> new Clocks(person.ticket.arrival()))
                        .at(person.parkedUntil, Where.WAITING);
            }
        }
    }

    /// 5: the four clocks of every visit add up to its end minus its arrival, none runs backwards.
    private void clock(Entry entry) {
        for (var person : second.people().values()) {
            clocks.computeIfAbsent(person.visit, _ -> new Clocks(person.ticket.arrival()))
                    .at(entry.at(), person.whereAt(entry.at()));
        }
    }

    private Where where(VisitId visit) {
        return second.person(visit).where;
    }

    private Where whereAt(VisitId visit, Entry entry) {
        return second.person(visit).whereAt(entry.at());
    }

    /// The clocks of a visit: waiting, walking, service, away.
    private static final class Clocks {
        private final Instant arrival;
        private final Map<Where, Long> spentMs = new HashMap<>();
        private Where where = Where.RESERVED;
        private Instant since;

        Clocks(Instant arrival) {
            this.arrival = arrival;
            this.since = arrival;
        }

        void at(Instant now, Where next) {
            if (next == where) {
                return;
            }
            assertThat(now).isAfterOrEqualTo(since);
            spentMs.merge(where, now.toEpochMilli() - since.toEpochMilli(), Long::sum);
            since = now;
            where = next;
            long sum = spentMs.values().stream().mapToLong(Long::longValue).sum();
            assertThat(sum).isEqualTo(now.toEpochMilli() - arrival.toEpochMilli());
        }
    }
}
