package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Desk.Work;
import kz.adalkezek.queue.Visit.Stage;

/// The operators of a simulated branch, one at each counter: mostly sensible, seldom in a hurry.
final class Operators {

    private final Crowd crowd;
    private final Random random;

    Operators(Crowd crowd, Random random) {
        this.crowd = crowd;
        this.random = random;
    }

    /// Each ends the visit it has, served if it was only called.
    void finish() {
        for (int counter = 1; counter <= Crowd.COUNTERS; counter++) {
            var id = new DeskId(counter);
            var by = holder(id);
            var desk = crowd.branch().line().hall().desks().get(id);
            if (desk.isPresent() && desk.get().work() instanceof Work.Calling) {
                crowd.asks(new Command.RecordGround(crowd.request(), by, id, true));
                crowd.asks(new Command.StartService(crowd.request(), by, id));
            }
            crowd.asks(finish(id));
        }
    }

    void works(DeskId desk) {
        var by = holder(desk);
        var found = crowd.branch().line().hall().desks().get(desk);
        if (found.isEmpty()) {
            crowd.asks(new Command.OpenDesk(crowd.request(), by, desk, some(), some()));
            return;
        }
        if (random.nextInt(20) == 0) {
            rests(desk);
        }
        if (random.nextInt(20) == 0) {
            takesOver(desk);
            return;
        }
        switch (found.get().work()) {
            case Work.Paused _ -> {
                crowd.asks(new Command.CallNext(crowd.request(), by, desk));
                crowd.asks(new Command.ResumeDesk(crowd.request(), by, desk));
            }
            case Work.Ready _, Work.WrapUp _ -> {
                if (random.nextInt(40) == 0) {
                    crowd.asks(new Command.CloseDesk(crowd.request(), by, desk, Code.NONE));
                }
                if (random.nextInt(4) == 0) {
                    calls(desk);
                    return;
                }
                if (random.nextInt(10) == 0) {
                    var reason = new Code(random.nextInt(4) == 0 ? "friend" : "system-down");
                    crowd.asks(new Command.ServeDirect(crowd.request(), by, desk, reason));
                    return;
                }
                if (random.nextInt(4) == 0) {
                    unparks(desk);
                }
                if (random.nextInt(4) == 0) {
                    sees(desk);
                }
                callsNext(desk);
            }
            case Work.Calling(var call) -> calling(desk, call);
            case Work.Serving _, Work.Direct _ -> {
                if (random.nextInt(6) == 0) {
                    parks(desk);
                } else if (random.nextInt(6) == 0) {
                    transfers(desk);
                } else if (random.nextInt(5) == 0) {
                    adds(desk);
                } else if (random.nextInt(3) > 0) {
                    callsNext(desk);
                } else {
                    crowd.asks(finish(desk));
                }
            }
        }
    }

    /// With a visit at the desk it is a wish, which may be taken back.
    private void rests(DeskId desk) {
        var by = holder(desk);
        var reason = new Code(random.nextInt(6) == 0 ? "tired" : "lunch");
        crowd.asks(
                switch (random.nextInt(5)) {
                    case 0 -> new Command.ResumeDesk(crowd.request(), by, desk);
                    case 1 -> new Command.CloseDesk(crowd.request(), by, desk, reason);
                    default -> new Command.PauseDesk(crowd.request(), by, desk, reason);
                });
    }

    /// The counter's own operator comes back, or one who has none takes it over.
    private void takesOver(DeskId desk) {
        var other = random.nextBoolean() ? Day.operator(desk.counter()) : Day.operator(7);
        crowd.asks(new Command.TakeCounter(crowd.request(), other, desk, some(), some()));
    }

    private Actor holder(DeskId desk) {
        return crowd.branch()
                .line()
                .hall()
                .desks()
                .get(desk)
                .map(Desk::by)
                .orElse(Day.operator(desk.counter()));
    }

    private void adds(DeskId desk) {
        var by = holder(desk);
        var group = Crowd.GROUPS.get(random.nextInt(Crowd.GROUPS.size()));
        var reason = random.nextBoolean() ? Code.NONE : new Code("identity-unclear");
        crowd.asks(
                random.nextBoolean()
                        ? new Command.AddService(
                                crowd.request(),
                                by,
                                desk,
                                group,
                                random.nextBoolean(),
                                Day.COMMITMENT)
                        : new Command.RequestDocument(
                                crowd.request(),
                                by,
                                desk,
                                random.nextBoolean(),
                                reason,
                                Day.COMMITMENT));
    }

    private void transfers(DeskId desk) {
        var target =
                random.nextBoolean()
                        ? new Event.Target.Group(
                                Crowd.GROUPS.get(random.nextInt(Crowd.GROUPS.size())))
                        : new Event.Target.Counter(new DeskId(1 + random.nextInt(4)));
        crowd.asks(
                new Command.TransferVisit(
                        crowd.request(), holder(desk), desk, target, random.nextBoolean()));
    }

    private void parks(DeskId desk) {
        var reason = new Code(random.nextInt(8) == 0 ? "tired" : "waits-for-payment");
        var until =
                random.nextInt(3) == 0
                        ? Optional.<Instant>empty()
                        : Optional.of(crowd.branch().wall().plusSeconds(random.nextInt(400)));
        crowd.asks(new Command.ParkVisit(crowd.request(), holder(desk), desk, reason, until));
    }

    private void sees(DeskId desk) {
        crowd.somebody(Stage.Unanswered.class)
                .ifPresent(visit ->
                        crowd.asks(
                                new Command.ReturnVisit(
                                        crowd.request(),
                                        holder(desk),
                                        desk,
                                        new Command.Whom.ById(visit))));
    }

    /// By name: some for a reason, some for none, some whom the law would have called.
    private void calls(DeskId desk) {
        var reason = random.nextInt(5) == 0 ? Code.NONE : new Code("emergency");
        var stage = random.nextBoolean() ? Stage.Parked.class : Stage.Waiting.class;
        crowd.somebody(stage)
                .ifPresent(visit ->
                        crowd.asks(
                                new Command.CallVisit(
                                        crowd.request(),
                                        holder(desk),
                                        desk,
                                        new Command.Whom.ById(visit),
                                        reason)));
    }

    private void unparks(DeskId desk) {
        crowd.somebody(Stage.Parked.class)
                .ifPresent(visit ->
                        crowd.asks(
                                new Command.UnparkVisit(
                                        crowd.request(),
                                        holder(desk),
                                        desk,
                                        new Command.Whom.ById(visit))));
    }

    /// Now and then the operator thinks better of it, perhaps after a colleague has called too.
    private void callsNext(DeskId desk) {
        var by = holder(desk);
        var called = crowd.asks(new Command.CallNext(crowd.request(), by, desk));
        if (called instanceof Accepted && random.nextInt(6) == 0) {
            crowd.branch().passes(Duration.ofMillis(random.nextInt(6_000)));
            if (random.nextInt(4) == 0) {
                works(new DeskId(desk.counter() % Crowd.COUNTERS + 1));
            }
            crowd.asks(new Command.UndoCall(crowd.request(), by, desk));
        }
    }

    private void calling(DeskId desk, Desk.Call call) {
        var by = holder(desk);
        crowd.hears(call.attempts().getLast().index());
        switch (random.nextInt(10)) {
            case 0 -> crowd.asks(new Command.UndoCall(crowd.request(), by, desk));
            case 1, 2 -> crowd.asks(new Command.RepeatCall(crowd.request(), by, desk));
            case 3 -> {
                crowd.branch().passes(Duration.ofSeconds(50));
                crowd.asks(new Command.RepeatCall(crowd.request(), by, desk));
                crowd.shows();
                crowd.branch().passes(Duration.ofSeconds(50));
                crowd.asks(new Command.MarkNoShow(crowd.request(), by, desk));
            }
            case 4 -> crowd.asks(new Command.RecordGround(crowd.request(), by, desk, false));
            case 5 -> crowd.asks(new Command.LeaveVisit(crowd.request(), by, call.visit()));
            default -> {
                if (crowd.branch().line().people().known(call.visit()).credit() > 0) {
                    crowd.asks(new Command.RecordGround(crowd.request(), by, desk, true));
                }
                crowd.asks(new Command.StartService(crowd.request(), by, desk));
            }
        }
    }

    private Command finish(DeskId desk) {
        return new Command.FinishService(crowd.request(), holder(desk), desk, new Code("accepted"));
    }

    private List<GroupCode> some() {
        return Crowd.GROUPS.stream().filter(_ -> random.nextBoolean()).toList();
    }
}
