package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Visit.Stage;

/// Everybody who asks something of a simulated branch: citizens at kiosks and by token, operators
/// at three counters, boards, the branch itself, and now and then somebody who may not.
final class Crowd {

    static final List<GroupCode> GROUPS = List.of(Day.SOC, Day.EMP, Day.ID);
    private static final List<Integer> CREDITS = List.of(0, 0, 0, 15, 30);
    static final int COUNTERS = 3;

    private final Random random;
    private final boolean grounds;
    private final SimulatedBranch branch = new SimulatedBranch();
    private final List<Command> asked = new ArrayList<>();
    private final List<VisitId> visits = new ArrayList<>();
    private final List<BookingId> bookings = new ArrayList<>();
    private LocalDate date = Day.DATE;
    private final List<Long> calls = new ArrayList<>();
    private final Operators operators;
    private final LonelyKiosk alone;
    private long requests;
    private int versions;

    Crowd(Random random, boolean grounds) {
        this.random = random;
        this.grounds = grounds;
        this.operators = new Operators(this, random);
        this.alone = new LonelyKiosk(this, random);
    }

    SimulatedBranch branch() {
        return branch;
    }

    LonelyKiosk alone() {
        return alone;
    }

    void foundsTheBranch() {
        asks(new Command.OpenLog(request(), "example.kz/branch/1", "00", ""));
        publishes(Duration.ZERO);
        asks(
                new Command.PublishCatalogue(
                        request(),
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        "catalogue-1",
                        Day.COMMITMENT,
                        Map.of(Day.SOC, 'K', Day.EMP, 'K', Day.ID, 'A')));
        for (var kiosk : List.of("k1", "k2")) {
            enrols(kiosk, Event.DeviceKind.KIOSK);
        }
        enrols("b1", Event.DeviceKind.BOARD);
        alone.enrols();
    }

    void opensTheDay(int day) {
        var counters =
                Map.of(new DeskId(1), Day.HALL, new DeskId(2), Day.HALL, new DeskId(3), Day.HALL);
        visits.clear();
        calls.clear();
        date = Day.DATE.plusDays(day);
        // In the morning: what is booked for a day has its slot on it.
        branch.passes(Duration.between(branch.wall(), Day.NINE.plus(Duration.ofDays(day))));
        var opened = asks(new Command.OpenDay(request(), Actor.BRANCH, date, counters));
        assertThat(opened).isInstanceOf(Accepted.class);
    }

    /// Every desk finishes the person it has; then nothing may stand against closing.
    void closesTheDay() {
        operators.finish();
        var opened =
                new Opened(Map.of("ID-CARD", random.nextInt(9) + 1), Map.of("kk", 7), Map.of());
        assertThat(asks(new Command.CloseDay(request(), Actor.BRANCH, opened)))
                .isInstanceOf(Accepted.class);
    }

    void somebodyAsks() {
        passesTime();
        if (grounds && random.nextInt(8) == 0) {
            books();
        }
        switch (random.nextInt(28)) {
            case 11, 12, 13, 14 -> alone.works();
            case 0, 1, 2, 3, 4 -> takes();
            case 5 -> mayNot();
            case 6 -> tellsOfAVisit();
            case 7 ->
                    asks(
                            new Command.StateDevice(
                                    request(), new DeviceId("b1"), random.nextBoolean()));
            case 8 -> shows();
            case 9 -> again();
            case 10 -> seldom();
            default -> operators.works(new DeskId(1 + random.nextInt(COUNTERS)));
        }
    }

    private void seldom() {
        switch (random.nextInt(6)) {
            case 0 -> branch.restarts();
            case 2 -> changesAKiosk();
            case 1 -> publishes(Duration.ofSeconds(random.nextInt(300)));
            default -> again();
        }
    }

    private void passesTime() {
        switch (random.nextInt(60)) {
            case 0 -> branch.setsTheClock(Duration.ofMillis(-random.nextInt(40_000)), request());
            case 1 -> branch.setsTheClock(Duration.ofMillis(random.nextInt(40_000)), request());
            case 2 -> branch.passes(Duration.ofMinutes(3));
            default -> {
                if (random.nextInt(3) > 0) {
                    branch.passes(Duration.ofMillis(random.nextInt(15_000)));
                }
            }
        }
    }

    /// Two kiosks or a desk; handed over at once, later, or never.
    private void takes() {
        var by =
                random.nextInt(6) == 0
                        ? Day.operator(1 + random.nextInt(COUNTERS))
                        : device("k1", "k2");
        var legs = IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> one(GROUPS)).toList();
        var touched =
                random.nextBoolean()
                        ? Command.Touched.UNKNOWN
                        : new Command.Touched.At(
                                branch.wall().plusMillis(random.nextInt(60_000) - 50_000));
        int credit = grounds ? one(CREDITS) : 0;
        var booking = somethingBooked();
        var take =
                new Command.TakeTicket(
                        request(), by, legs, touched, credit, Day.COMMITMENT, booking);
        if (asks(take) instanceof Accepted(var entries)) {
            var visit = new VisitId(entries.getFirst().index());
            visits.add(visit);
            if (random.nextInt(4) > 0) {
                branch.passes(Duration.ofSeconds(random.nextInt(4)));
                asks(hand(by, visit));
            } else if (random.nextInt(4) == 0) {
                branch.passes(Duration.ofSeconds(60));
                asks(new Command.VoidTicket(request(), visit));
                asks(hand(by, visit));
            }
        }
    }

    /// For a slot of this day or the next, soon or late.
    private void books() {
        int inDays = random.nextInt(4) == 0 ? 1 : 0;
        var slot =
                branch.wall()
                        .plus(Duration.ofDays(inDays))
                        .plusSeconds(random.nextInt(3_000) - 100);
        var book =
                new Command.Book(
                        request(),
                        Actor.BRANCH,
                        slot,
                        date.plusDays(inDays),
                        one(GROUPS),
                        Day.COMMITMENT);
        if (asks(book) instanceof Accepted(var entries)) {
            bookings.add(new BookingId(entries.getFirst().index()));
        }
    }

    private Optional<BookingId> somethingBooked() {
        return bookings.isEmpty() || random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(one(bookings));
    }

    private Command hand(Actor by, VisitId visit) {
        var printed = Event.Handing.PRINTED;
        var how =
                one(List.of(printed, printed, printed, Event.Handing.SHOWN, Event.Handing.FAILED));
        return new Command.HandTicket(request(), by, visit, how, Code.NONE);
    }

    /// A ticket is handed over late or again, voided by the branch, or its holder leaves.
    private void tellsOfAVisit() {
        if (visits.isEmpty()) {
            return;
        }
        var visit = one(visits);
        var stage = branch.line().people().known(visit).stage();
        switch (random.nextInt(10)) {
            case 6 -> asks(new Command.SayComing(request(), visit));
            case 7, 8 ->
                    somebody(Stage.Finished.class)
                            .ifPresent(done ->
                                    asks(new Command.Rate(request(), done, 1 + random.nextInt(5))));
            case 0 -> asks(new Command.VoidTicket(request(), visit));
            case 3, 4 -> asks(new Command.StepAside(request(), visit));
            case 5 ->
                    somebody(Stage.Unanswered.class)
                            .ifPresent(missed -> asks(new Command.ComeBack(request(), missed)));
            case 1 -> asks(new Command.LeaveVisit(request(), Actor.BRANCH, visit));
            case 2 -> asks(hand(device("k1", "k2"), visit));
            default -> {
                if (stage instanceof Stage.Reserved || stage instanceof Stage.Voided) {
                    asks(hand(branch.line().people().known(visit).takenBy(), visit));
                }
            }
        }
    }

    /// Mostly somebody who is in this stage, now and then anybody.
    Optional<VisitId> somebody(Class<? extends Stage> stage) {
        var fitting =
                visits.stream()
                        .filter(visit ->
                                stage.isInstance(branch.line().people().known(visit).stage()))
                        .toList();
        if (!fitting.isEmpty() && random.nextInt(5) > 0) {
            return Optional.of(one(fitting));
        }
        return visits.isEmpty() ? Optional.empty() : Optional.of(one(visits));
    }

    void hears(long call) {
        calls.add(call);
    }

    void shows() {
        if (!calls.isEmpty()) {
            asks(
                    new Command.ShowCall(
                            request(), device("b1", "b1"), one(calls), random.nextBoolean()));
        }
    }

    /// 8: who does not exist, is closed or lacks the right is refused, and nothing else happens.
    private void mayNot() {
        var stranger = new Actor.Device(new DeviceId("k9"));
        var desk = new DeskId(1 + random.nextInt(COUNTERS));
        var other = new DeskId(desk.counter() % COUNTERS + 1);
        var commands =
                List.of(
                        new Command.TakeTicket(
                                request(),
                                stranger,
                                GROUPS,
                                Command.Touched.UNKNOWN,
                                0,
                                Day.COMMITMENT),
                        new Command.TakeTicket(
                                request(),
                                device("k1", "k2"),
                                List.of(new GroupCode("HEAD")),
                                Command.Touched.UNKNOWN,
                                0,
                                Day.COMMITMENT),
                        new Command.CallNext(request(), Day.operator(9), new DeskId(9)),
                        new Command.CallNext(request(), Day.operator(other.counter()), desk),
                        new Command.LeaveVisit(request(), stranger, new VisitId(3)),
                        new Command.LeaveVisit(request(), Actor.BRANCH, new VisitId(999_999)),
                        new Command.ShowCall(request(), device("k1", "k2"), 1, true),
                        new Command.CloseDay(request(), Actor.BRANCH, Opened.NONE));
        var command = one(commands);
        if (command instanceof Command.CloseDay && !somebodyIsAtADesk()) {
            return;
        }
        // Not kept for a later retry: a refusal without an event is decided anew and may be lawful.
        assertThat(branch.asks(command))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.entries()).hasSizeLessThanOrEqualTo(1));
    }

    private boolean somebodyIsAtADesk() {
        for (var pair : branch.line().hall().desks()) {
            if (pair.value().visit().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void again() {
        if (!asked.isEmpty()) {
            int last = asked.size() - 1;
            branch.asks(asked.get(Math.max(0, last - random.nextInt(40))));
        }
    }

    Decision asks(Command command) {
        asked.add(command);
        var decision = branch.asks(command);
        if (random.nextInt(10) == 0) {
            branch.asks(command);
        }
        return decision;
    }

    private void publishes(Duration in) {
        var helpAfter = Duration.ofSeconds(random.nextInt(120));
        var limits = new Policy.Limits(8, 40, 3);
        var policy =
                SamplePolicy.with("policy-" + ++versions, 1 + random.nextInt(5), helpAfter, limits);
        var from = in.isZero() ? Command.AT_ONCE : branch.wall().plus(in);
        asks(new Command.PublishPolicy(request(), Actor.BRANCH, from, policy));
    }

    /// It is revoked; another one gets its name, at once or later.
    private void changesAKiosk() {
        var kiosk = new DeviceId("k2");
        if (branch.line().hall().devices().has(kiosk)) {
            asks(new Command.RevokeDevice(request(), Actor.BRANCH, kiosk));
        } else {
            enrols(kiosk.value(), Event.DeviceKind.KIOSK);
        }
    }

    private void enrols(String device, Event.DeviceKind kind) {
        asks(
                new Command.EnrolDevice(
                        request(), Actor.BRANCH, new DeviceId(device), kind, Day.HALL));
    }

    private Actor device(String one, String other) {
        return new Actor.Device(new DeviceId(random.nextBoolean() ? one : other));
    }

    RequestId request() {
        return new RequestId(new UUID(2, ++requests));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
