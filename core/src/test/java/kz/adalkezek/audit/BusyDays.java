package kz.adalkezek.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.SamplePolicy;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;

/// Fills a town's log with days of citizens, operators and devices, drawn from a seed: most of what
/// they ask is lawful, and some is refused.
final class BusyDays {

    private static final int[] CREDITS = {0, 0, 0, 0, 15, 30};
    private static final GroupCode[] GROUPS = {Town.SOC, Town.SOC, Town.EMP, Town.ID};

    private static final List<Event.Handing> HANDINGS = List.of(Event.Handing.values());

    private final Town town;
    private final Random random;

    private BusyDays(Town town, long seed) {
        this.town = town;
        this.random = new Random(seed);
    }

    /// At least so many entries, in days of about that many steps.
    static Town of(long seed, int entries, int stepsPerDay) {
        return of(seed, entries, stepsPerDay, Rules::decide);
    }

    /// Where something else decides.
    static Town of(long seed, int entries, int stepsPerDay, Town.Law law) {
        // Few overtakes are allowed, so that the limit calls as well.
        var town = Town.open(SamplePolicy.with(2, new Policy.Limits(10, 40, 5)), law);
        new BusyDays(town, seed).fill(entries, stepsPerDay);
        return town;
    }

    private void fill(int entries, int stepsPerDay) {
        var day = Town.MONDAY;
        while (town.line().size() < entries) {
            town.wakesBoard();
            for (int step = 0; step < stepsPerDay; step++) {
                town.passes(Duration.ofSeconds(1 + random.nextInt(random.nextInt(60) + 1)));
                step();
            }
            empties(Town.DESK_3);
            empties(Town.DESK_5);
            town.closesDay();
            day = day.plusDays(1);
            town.passes(Duration.between(town.now(), Town.NINE.plus(daysSince(day))));
            town.opensDay(day);
        }
    }

    private static Duration daysSince(LocalDate day) {
        return Duration.ofDays(day.toEpochDay() - Town.MONDAY.toEpochDay());
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> take();
            case 3 -> lookAfterReserved();
            case 4, 5, 6, 7 -> work(Town.DESK_3, Town.AIDA);
            case 8, 9 -> work(Town.DESK_5, Town.DANIYAR);
            case 10 -> goAwayOrComeBack();
            default -> leave();
        }
    }

    private void take() {
        var kiosk = random.nextBoolean() ? Town.K1 : Town.K2;
        var groups = new GroupCode[1 + random.nextInt(2)];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = GROUPS[random.nextInt(GROUPS.length)];
        }
        var issued =
                town.asks(
                        new Command.TakeTicket(
                                town.request(),
                                random.nextInt(10) == 0 ? Town.AIDA : kiosk,
                                List.of(groups),
                                touched(),
                                CREDITS[random.nextInt(CREDITS.length)],
                                Town.COMMITMENT));
        if (issued.entries().isEmpty()
                || !(issued.entries().getFirst().event() instanceof Event.TicketIssued)) {
            return;
        }
        var entry = issued.entries().getFirst();
        if (random.nextInt(5) > 0) {
            hand(new VisitId(entry.index()), entry.by());
        }
    }

    private Command.Touched touched() {
        return switch (random.nextInt(4)) {
            case 0 -> Command.Touched.UNKNOWN;
            case 1 -> new Command.Touched.At(town.now().minusMillis(random.nextInt(500_000)));
            case 2 -> new Command.Touched.At(town.now().plusMillis(random.nextInt(500)));
            default -> new Command.Touched.At(town.now().minusMillis(random.nextInt(900)));
        };
    }

    private void hand(VisitId visit, Actor by) {
        var how = HANDINGS.get(random.nextInt(HANDINGS.size()));
        var reason = how == Event.Handing.FAILED ? new Code("printer-out-of-paper") : Code.NONE;
        town.asks(new Command.HandTicket(town.request(), by, visit, how, reason));
    }

    private void lookAfterReserved() {
        for (var pair : town.line().people().visits()) {
            var visit = pair.value();
            if (visit.stage() instanceof Visit.Stage.Reserved) {
                town.asks(new Command.VoidTicket(town.request(), visit.id()));
            }
            if (visit.stage() instanceof Visit.Stage.Voided && random.nextInt(4) == 0) {
                hand(visit.id(), visit.takenBy());
                return;
            }
        }
    }

    /// Whoever it is: some may, and some are refused.
    private void goAwayOrComeBack() {
        var visits = new ArrayList<VisitId>();
        for (var pair : town.line().people().visits()) {
            var stage = pair.value().stage();
            boolean away = stage instanceof Visit.Stage.Parked;
            boolean waits = stage instanceof Visit.Stage.Waiting && random.nextInt(4) == 0;
            if (away
                    || waits
                    || stage instanceof Visit.Stage.Unanswered
                    || random.nextInt(10) == 0) {
                visits.add(pair.key());
            }
        }
        if (visits.isEmpty()) {
            return;
        }
        var visit = visits.get(random.nextInt(visits.size()));
        var whom = new Command.Whom.ById(visit);
        var request = town.request();
        town.asks(
                switch (random.nextInt(8)) {
                    case 6 -> new Command.SayComing(request, visit);
                    case 7 -> new Command.Rate(request, visit, 1 + random.nextInt(5));
                    case 4, 5 ->
                            new Command.CallVisit(
                                    request,
                                    Town.AIDA,
                                    Town.DESK_3,
                                    whom,
                                    new Code(random.nextBoolean() ? "emergency" : ""));
                    case 0 -> new Command.StepAside(request, visit);
                    case 1 -> new Command.ComeBack(request, visit);
                    case 2 -> new Command.ReturnVisit(request, Town.AIDA, Town.DESK_3, whom);
                    default -> new Command.UnparkVisit(request, Town.AIDA, Town.DESK_3, whom);
                });
    }

    private void leave() {
        var first = town.line().people().reserved().first();
        if (first.isPresent()) {
            var by = random.nextBoolean() ? Actor.BRANCH : Town.DANIYAR;
            town.asks(new Command.LeaveVisit(town.request(), by, first.get().value()));
        }
    }

    private void work(DeskId id, Actor own) {
        town.opensDesks();
        var desk = town.line().hall().desks().get(id).orElseThrow();
        var by = desk.by();
        if (random.nextInt(30) == 0) {
            var other = random.nextBoolean() ? new Actor.Operator("o-spare") : own;
            var some = List.of(GROUPS[random.nextInt(GROUPS.length)]);
            town.asks(new Command.TakeCounter(town.request(), other, id, some, List.of()));
            return;
        }
        if (desk.visit().isEmpty() && random.nextInt(12) == 0) {
            var reason = new Code("system-down");
            town.asks(new Command.ServeDirect(town.request(), by, id, reason));
            return;
        }
        if (random.nextInt(12) == 0) {
            var lunch = new Code("lunch");
            town.asks(
                    random.nextInt(3) == 0
                            ? new Command.CloseDesk(town.request(), by, id, lunch)
                            : new Command.PauseDesk(town.request(), by, id, lunch));
        }
        switch (desk.work()) {
            case Work.Paused _ -> town.asks(new Command.ResumeDesk(town.request(), by, id));
            case Work.Ready _, Work.WrapUp _ ->
                    town.asks(new Command.CallNext(town.request(), by, id));
            case Work.Calling(var call) -> answer(desk, by, call);
            case Work.Serving _, Work.Direct _ -> serve(id, by);
        }
    }

    private void answer(Desk desk, Actor by, Desk.Call call) {
        var id = desk.id();
        switch (random.nextInt(7)) {
            case 0 -> town.asks(new Command.RepeatCall(town.request(), by, id));
            case 1 -> town.asks(new Command.UndoCall(town.request(), by, id));
            case 2 ->
                    town.asks(
                            new Command.ShowCall(
                                    town.request(),
                                    Town.B1,
                                    call.attempts().getLast().index(),
                                    random.nextBoolean()));
            case 3 -> town.asks(new Command.MarkNoShow(town.request(), by, id));
            case 4 ->
                    town.asks(
                            new Command.RecordGround(town.request(), by, id, random.nextBoolean()));
            default -> town.asks(new Command.StartService(town.request(), by, id));
        }
    }

    private void serve(DeskId id, Actor by) {
        if (random.nextInt(6) == 0) {
            var group = GROUPS[random.nextInt(GROUPS.length)];
            boolean one = random.nextBoolean();
            town.asks(
                    random.nextBoolean()
                            ? new Command.AddService(
                                    town.request(), by, id, group, one, Town.COMMITMENT)
                            : new Command.RequestDocument(
                                    town.request(),
                                    by,
                                    id,
                                    one,
                                    new Code("identity-unclear"),
                                    Town.COMMITMENT));
        } else if (random.nextInt(6) == 0) {
            var target =
                    random.nextBoolean()
                            ? new Event.Target.Group(GROUPS[random.nextInt(GROUPS.length)])
                            : new Event.Target.Counter(
                                    random.nextBoolean() ? Town.DESK_3 : Town.DESK_5);
            town.asks(
                    new Command.TransferVisit(
                            town.request(), by, id, target, random.nextBoolean()));
        } else if (random.nextInt(5) == 0) {
            var until =
                    random.nextBoolean()
                            ? Optional.<Instant>empty()
                            : Optional.of(town.now().plusSeconds(random.nextInt(400)));
            var reason = new Code("waits-for-payment");
            town.asks(new Command.ParkVisit(town.request(), by, id, reason, until));
        } else if (random.nextBoolean()) {
            town.asks(new Command.CallNext(town.request(), by, id));
        } else {
            var outcome = new Code(random.nextInt(9) == 0 ? "nonsense" : "answered");
            town.asks(new Command.FinishService(town.request(), by, id, outcome));
        }
    }

    private void empties(DeskId id) {
        var desk = town.line().hall().desks().get(id);
        if (desk.isEmpty()) {
            return;
        }
        var by = desk.get().by();
        if (desk.get().work() instanceof Work.Calling(var call)) {
            town.asks(new Command.LeaveVisit(town.request(), by, call.visit()));
        }
        town.asks(new Command.FinishService(town.request(), by, id, new Code("answered")));
    }
}
