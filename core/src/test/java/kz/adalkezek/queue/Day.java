package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Event.DeviceKind;

/// A business day in a test: a branch with kiosk `k1`, board `b1` and counters 3 and 5, where time
/// passes only when the test says so.
final class Day {

    static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");
    static final GroupCode SOC = new GroupCode("SOC");
    static final GroupCode EMP = new GroupCode("EMP");
    static final GroupCode ID = new GroupCode("ID");
    static final Actor KIOSK = new Actor.Device(new DeviceId("k1"));
    static final Actor BOARD = new Actor.Device(new DeviceId("b1"));
    static final Code HALL = new Code("main");
    static final String COMMITMENT = "A".repeat(43);

    private final List<Entry> log = new ArrayList<>();
    private Line line = Line.EMPTY;
    private Instant now = NINE;
    private long requests;

    Day() {
        this(SamplePolicy.POLICY);
    }

    Day(Policy policy) {
        asks(new Command.OpenLog(request(), "example.kz/branch/1", "00", ""));
        asks(new Command.PublishPolicy(request(), Actor.BRANCH, Command.AT_ONCE, policy));
        asks(
                new Command.PublishCatalogue(
                        request(),
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        "test-1",
                        COMMITMENT,
                        Map.of(SOC, 'K', EMP, 'K', ID, 'A')));
        asks(
                new Command.EnrolDevice(
                        request(), Actor.BRANCH, new DeviceId("k1"), DeviceKind.KIOSK, HALL));
        asks(
                new Command.EnrolDevice(
                        request(), Actor.BRANCH, new DeviceId("b1"), DeviceKind.BOARD, HALL));
        asks(
                new Command.OpenDay(
                        request(),
                        Actor.BRANCH,
                        LocalDate.of(2026, 11, 23),
                        Map.of(new DeskId(3), HALL, new DeskId(5), HALL)));
        asks(open(3, List.of(SOC), List.of(EMP)));
    }

    Command open(int counter, List<GroupCode> primary, List<GroupCode> secondary) {
        return new Command.OpenDesk(
                request(), operator(counter), new DeskId(counter), primary, secondary);
    }

    static Actor operator(int counter) {
        return new Actor.Operator("o-" + counter);
    }

    RequestId request() {
        return new RequestId(new UUID(0, ++requests));
    }

    Decision asks(Command command) {
        var decision = Rules.decide(line, command, now);
        for (var entry : decision.entries()) {
            line = line.after(entry);
            log.add(entry);
        }
        return decision;
    }

    void passes(long minutes) {
        passes(Duration.ofMinutes(minutes));
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    Line line() {
        return line;
    }

    List<Entry> log() {
        return log;
    }

    Visit visit(VisitId id) {
        return line.people().known(id);
    }

    Command.TakeTicket take(RequestId request, String group, int credit) {
        return new Command.TakeTicket(
                request,
                KIOSK,
                List.of(new GroupCode(group)),
                Command.Touched.UNKNOWN,
                credit,
                COMMITMENT);
    }

    VisitId reserves(String group) {
        return issued(asks(take(request(), group, 0)));
    }

    VisitId takes(String group) {
        return handed(reserves(group));
    }

    VisitId takesWithCredit(String group, int credit) {
        return handed(issued(asks(take(request(), group, credit))));
    }

    VisitId handed(VisitId visit) {
        asks(new Command.HandTicket(request(), KIOSK, visit, Event.Handing.PRINTED, Code.NONE));
        return visit;
    }

    static VisitId issued(Decision decision) {
        return new VisitId(((Accepted) decision).entries().getFirst().index());
    }

    AtDesk desk(int counter) {
        return new AtDesk(new DeskId(counter));
    }

    /// What the operator of a counter does.
    final class AtDesk {

        private final DeskId desk;

        AtDesk(DeskId desk) {
            this.desk = desk;
        }

        Decision asksNext() {
            return asks(
                    new Command.CallNext(
                            request(), operator(desk.counter()), desk, Command.After.GO_ON));
        }

        VisitId callsNext() {
            var events = ((Accepted) asksNext()).entries();
            return ((Event.CallMade) events.getLast().event()).visit();
        }

        Decision starts() {
            return asks(new Command.StartService(request(), operator(desk.counter()), desk));
        }

        Decision finishes() {
            return asks(
                    new Command.FinishService(
                            request(),
                            operator(desk.counter()),
                            desk,
                            new Code("accepted"),
                            Command.After.GO_ON));
        }

        Decision undoes() {
            return asks(new Command.UndoCall(request(), operator(desk.counter()), desk));
        }

        Decision recalls() {
            return asks(new Command.RepeatCall(request(), operator(desk.counter()), desk));
        }

        Decision marksNoShow() {
            return asks(
                    new Command.MarkNoShow(
                            request(), operator(desk.counter()), desk, Command.After.GO_ON));
        }

        Decision records(boolean groundShown) {
            return asks(
                    new Command.RecordGround(
                            request(), operator(desk.counter()), desk, groundShown));
        }
    }
}
