package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// A day on which things happen at random, lawful or not: events are folded as they come, into the
/// line and into the second reading.
final class AnyDay {

    static final List<GroupCode> GROUPS =
            IntStream.range(0, 4).mapToObj(i -> new GroupCode("G" + i)).toList();

    private static final List<Integer> CREDITS = List.of(0, 0, 0, 5, 15, 30);

    private final Random random;
    private final SecondReading second = new SecondReading();
    private Line line = Line.EMPTY;
    private Instant now = Day.NINE;
    private int issued;

    AnyDay(Random random) {
        this.random = random;
        publishes(now);
        var counters = Sorted.<DeskId, Code>empty();
        for (int i = 1; i <= 3; i++) {
            counters = counters.put(new DeskId(i), Day.HALL);
        }
        var carried =
                new Carried(
                        line.rulebook().policies(),
                        List.of(),
                        Sorted.empty(),
                        counters,
                        0,
                        Bookings.NONE,
                        Leases.NONE,
                        Findings.NONE);
        happens(new Event.DayOpened(LocalDate.of(2026, 11, 23), carried, EventCodec.hash(carried)));
        for (int i = 1; i <= 3; i++) {
            happens(new Event.DeskOpened(new DeskId(i), some(GROUPS), some(GROUPS)));
        }
    }

    Line line() {
        return line;
    }

    SecondReading second() {
        return second;
    }

    void anythingHappens() {
        now = now.plusSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(120));
        int what = random.nextInt(20);
        if (what < 5) {
            issues();
        } else if (what == 5) {
            publishes(now.plusSeconds(random.nextInt(600)));
        } else if (what == 6) {
            stepsAside();
        } else if (what == 7) {
            comesBack();
        } else if (what == 8) {
            opensAnew(line.hall().known(new DeskId(1 + random.nextInt(3))));
        } else {
            var desk = line.hall().known(new DeskId(1 + random.nextInt(3)));
            switch (desk.work()) {
                case Desk.Work.Ready _, Desk.Work.WrapUp _, Desk.Work.Paused _ -> calls(desk);
                case Desk.Work.Calling(var call) -> goesOn(desk, call);
                case Desk.Work.Serving(var visit) -> serves(desk, visit);
                case Desk.Work.Direct(var service) ->
                        happens(new Event.ServiceFinished(service, desk.id(), Code.NONE));
            }
        }
    }

    private void serves(Desk desk, VisitId visit) {
        if (random.nextInt(4) == 0) {
            var group = one(GROUPS);
            boolean now = random.nextBoolean();
            boolean joined = line.people().known(visit).joins(group, now);
            happens(new Event.ServiceAdded(visit, desk.id(), group, now, joined, Day.COMMITMENT));
            return;
        }
        if (random.nextInt(3) == 0) {
            var target =
                    random.nextBoolean()
                            ? new Event.Target.Group(one(GROUPS))
                            : new Event.Target.Counter(new DeskId(1 + random.nextInt(3)));
            happens(new Event.ServiceTransferred(visit, desk.id(), target, random.nextBoolean()));
            return;
        }
        happens(
                random.nextInt(4) == 0
                        ? new Event.ServiceParked(
                                visit, Optional.of(desk.id()), new Code("park"), sometime())
                        : new Event.ServiceFinished(visit, desk.id(), Code.NONE));
    }

    /// Restrictions to the counter lapse.
    private void opensAnew(Desk desk) {
        if (random.nextBoolean()) {
            happens(new Event.DeskTaken(desk.id(), some(GROUPS), some(GROUPS)));
        } else if (desk.visit().isEmpty() && random.nextBoolean()) {
            happens(new Event.ServiceDirect(desk.id(), "any", 0, 0, new Code("emergency")));
        } else if (desk.visit().isEmpty()) {
            happens(new Event.DeskClosed(desk.id(), Code.NONE));
            happens(new Event.DeskOpened(desk.id(), some(GROUPS), some(GROUPS)));
        }
    }

    private void stepsAside() {
        var waiting = people(SecondReading.Where.WAITING);
        if (!waiting.isEmpty()) {
            happens(
                    new Event.ServiceParked(
                            one(waiting), Optional.empty(), new Code("park"), sometime()));
        }
    }

    private void comesBack() {
        var parked = people(SecondReading.Where.PARKED);
        var missed = people(SecondReading.Where.UNANSWERED);
        if (!missed.isEmpty() && random.nextBoolean()) {
            happens(new Event.CallReturned(one(missed), Optional.empty()));
        } else if (!parked.isEmpty()) {
            happens(new Event.ServiceResumed(one(parked), new DeskId(1)));
        }
    }

    private Optional<Instant> sometime() {
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(now.plusSeconds(1 + random.nextInt(1_200)));
    }

    private List<VisitId> people(SecondReading.Where where) {
        return second.people().values().stream()
                .filter(person -> person.whereAt(now) == where)
                .map(person -> person.visit)
                .toList();
    }

    private void issues() {
        var arrival = now.minusSeconds(random.nextInt(1_200));
        var claim = random.nextInt(5) == 0 ? arrival.plusSeconds(random.nextInt(2_400)) : arrival;
        var fair = claim.minus(Duration.ofMinutes(CREDITS.get(random.nextInt(CREDITS.size()))));
        var legs = IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> one(GROUPS)).toList();
        happens(
                new Event.TicketIssued(
                        new TicketNumber('A', ++issued),
                        legs,
                        arrival,
                        Event.Touch.KEPT,
                        claim,
                        0,
                        fair,
                        "any",
                        Day.COMMITMENT,
                        Optional.empty()));
        now = now.plusSeconds(random.nextInt(30));
        var visit = new VisitId(line.size() - 1);
        happens(new Event.TicketHanded(visit, Event.Handing.PRINTED, Code.NONE));
    }

    private void publishes(Instant from) {
        var limits = new Policy.Limits(0, 0, 0);
        var helpAfter = Duration.ofMinutes(random.nextInt(6));
        happens(
                new Event.PolicyPublished(
                        from,
                        SamplePolicy.with(
                                "any-" + line.size(), 1 + random.nextInt(4), helpAfter, limits)));
    }

    private void calls(Desk desk) {
        var eligible = second.eligible(second.groups(desk.id()), now);
        var parked = people(SecondReading.Where.PARKED);
        if (!parked.isEmpty() && random.nextInt(4) == 0) {
            happens(
                    new Event.CallMade(
                            one(parked),
                            desk.id(),
                            Event.Rule.OVERRIDE,
                            "any",
                            eligible.size() + 1,
                            0,
                            new Code("emergency"),
                            true));
            return;
        }
        if (eligible.isEmpty()) {
            return;
        }
        // The law's own choice often enough, that overtakes come about as they do on real days.
        var lawful = second.next(second.groups(desk.id()), now).orElseThrow();
        boolean byLaw = random.nextInt(3) > 0;
        var visit = byLaw ? lawful.visit() : one(eligible).visit;
        var rule = byLaw ? lawful.rule() : one(List.of(Event.Rule.values()));
        happens(
                new Event.CallMade(
                        visit, desk.id(), rule, "any", eligible.size(), 0, Code.NONE, true));
    }

    private void goesOn(Desk desk, Desk.Call call) {
        var visit = call.visit();
        switch (random.nextInt(6)) {
            case 0 ->
                    happens(
                            new Event.CallWithdrawn(
                                    visit, desk.id(), call.index(), Event.Previous.NOBODY));
            case 1 -> happens(new Event.CallUnanswered(visit, desk.id()));
            case 2 ->
                    happens(
                            new Event.GroundNotShown(
                                    visit, desk.id(), second.person(visit).ticket.arrival()));
            default -> happens(new Event.ServiceStarted(visit, desk.id()));
        }
    }

    private void happens(Event event) {
        var request = new RequestId(new UUID(1, line.size()));
        var entry = new Entry(line.size(), now, Actor.BRANCH, 0, request, 0, event);
        line = line.after(entry);
        second.read(entry);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> some(List<T> list) {
        return list.stream().filter(_ -> random.nextBoolean()).toList();
    }
}
