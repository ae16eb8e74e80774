package kz.adalkezek.server.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.VisitId;

/// A branch that is nothing but the law: for days that are over before anybody could have lived
/// them, and to time the law alone.
final class BusyHall {

    private static final Code HALL = new Code("main");
    private static final Code ACCEPTED = new Code("accepted");
    private static final DeskId DESK = new DeskId(1);
    private static final Actor OPERATOR = new Actor.Operator("o-1");
    private static final String COMMITMENT = "A".repeat(43);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Actor kiosk;
    private final List<GroupCode> groups;
    private final Consumer<Entry> log;
    private Line line = Line.EMPTY;
    private Instant now;
    private long requests;
    private long decisions;

    /// @param log told of each entry, in order
    BusyHall(Founded founded, Instant begin, Consumer<Entry> log) {
        this.kiosk = new Actor.Device(founded.kiosk());
        this.groups = List.copyOf(founded.letters().keySet());
        this.log = log;
        this.now = begin;
        asks(new Command.OpenLog(request(), founded.origin(), "00", ""));
        asks(new Command.PublishPolicy(request(), Actor.BRANCH, Command.AT_ONCE, founded.policy()));
        asks(
                new Command.PublishCatalogue(
                        request(),
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        founded.catalogue(),
                        founded.catalogueHash(),
                        founded.letters()));
        for (var device : founded.devices().entrySet()) {
            asks(
                    new Command.EnrolDevice(
                            request(), Actor.BRANCH, device.getKey(), device.getValue(), HALL));
        }
    }

    /// What a branch begins with.
    ///
    /// @param catalogue its version
    record Founded(
            String origin,
            Policy policy,
            String catalogue,
            String catalogueHash,
            Map<GroupCode, Character> letters,
            DeviceId kiosk,
            Map<DeviceId, Event.DeviceKind> devices) {}

    void openDay(LocalDate day, Instant at) {
        now = at;
        asks(new Command.OpenDay(request(), Actor.BRANCH, day, Map.of(DESK, HALL)));
        asks(new Command.OpenDesk(request(), OPERATOR, DESK, groups, List.of()));
    }

    /// Somebody comes and waits: two events.
    void comes() {
        var group = groups.get((int) (requests % groups.size()));
        var issued =
                asks(
                        new Command.TakeTicket(
                                request(),
                                kiosk,
                                List.of(group),
                                Command.Touched.UNKNOWN,
                                0,
                                COMMITMENT));
        var visit = new VisitId(issued.getFirst().index());
        asks(new Command.HandTicket(request(), kiosk, visit, Event.Handing.PRINTED, Code.NONE));
    }

    /// The next person is called and served; whoever was served before is done: three events.
    void serves() {
        asks(new Command.CallNext(request(), OPERATOR, DESK));
        asks(new Command.StartService(request(), OPERATOR, DESK));
    }

    /// Decides the next call again and again, on the line as it stands; nothing happens.
    void decidesCalls(int times) {
        for (int i = 0; i < times; i++) {
            var call = new Command.CallNext(request(), OPERATOR, DESK);
            if (!(Rules.decide(line, call, now) instanceof Decision.Accepted)) {
                throw new IllegalStateException("nobody was called");
            }
        }
    }

    /// The desk finishes, and closes.
    void closeDesk() {
        asks(new Command.FinishService(request(), OPERATOR, DESK, ACCEPTED));
        asks(new Command.CloseDesk(request(), OPERATOR, DESK, Code.NONE));
    }

    void closeDay() {
        closeDesk();
        asks(new Command.CloseDay(request(), Actor.BRANCH, Opened.NONE));
    }

    long size() {
        return line.size();
    }

    long decisions() {
        return decisions;
    }

    private RequestId request() {
        return new RequestId(new UUID(0, ++requests));
    }

    private List<Entry> asks(Command command) {
        now = now.plus(STEP);
        decisions++;
        if (!(Rules.decide(line, command, now) instanceof Decision.Accepted(var entries))) {
            throw new IllegalStateException("the law did not take " + command);
        }
        for (var entry : entries) {
            line = line.after(entry);
            log.accept(entry);
        }
        return entries;
    }
}
