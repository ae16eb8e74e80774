package kz.adalkezek.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import kz.adalkezek.queue.SamplePolicy;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.queue.Wishes;

/// A branch in a test with kiosks `k1` and `k2`, board `b1` and counters 3 and 5, whose writer
/// keeps the law unless the test makes it forge.
final class Town {

    static final String ORIGIN = "example.kz/branch/1/log";
    static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final GroupCode SOC = new GroupCode("SOC");
    static final GroupCode EMP = new GroupCode("EMP");
    static final GroupCode ID = new GroupCode("ID");
    static final Actor K1 = new Actor.Device(new DeviceId("k1"));
    static final Actor K2 = new Actor.Device(new DeviceId("k2"));
    static final Actor B1 = new Actor.Device(new DeviceId("b1"));
    static final DeskId DESK_3 = new DeskId(3);
    static final DeskId DESK_5 = new DeskId(5);
    static final Actor AIDA = new Actor.Operator("o-aida");
    static final Actor DANIYAR = new Actor.Operator("o-daniyar");
    static final Code MAIN = new Code("main");
    static final String COMMITMENT = "A".repeat(43);

    private final Law law;
    private final List<Entry> log = new ArrayList<>();
    private Line line = Line.EMPTY;
    private Wishes wishes = Wishes.NONE;
    private Instant now = NINE;
    private long requests;

    /// Who decides: the law, or somebody who breaks it.
    @FunctionalInterface
    interface Law {
        Decision decide(Line line, Command command, Wishes wishes, Instant now);
    }

    private Town(Law law) {
        this.law = law;
    }

    /// A log that is open, with a policy, a catalogue and devices, on a Monday at nine; counter 3
    /// serves SOC and helps EMP, counter 5 serves EMP and ID.
    static Town open() {
        return open(SamplePolicy.POLICY);
    }

    static Town open(Policy policy) {
        return open(policy, Rules::decide);
    }

    /// Where something else decides.
    static Town open(Policy policy, Law law) {
        var town = new Town(law);
        town.asks(new Command.OpenLog(town.request(), ORIGIN, "00", ""));
        town.asks(new Command.PublishPolicy(town.request(), Actor.BRANCH, Command.AT_ONCE, policy));
        town.asks(
                new Command.PublishCatalogue(
                        town.request(),
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        "test-1",
                        COMMITMENT,
                        Map.of(SOC, 'K', EMP, 'K', ID, 'A')));
        town.enrols("k1", Event.DeviceKind.KIOSK);
        town.enrols("k2", Event.DeviceKind.KIOSK);
        town.enrols("b1", Event.DeviceKind.BOARD);
        town.opensDay(MONDAY);
        return town;
    }

    private void enrols(String device, Event.DeviceKind kind) {
        asks(new Command.EnrolDevice(request(), Actor.BRANCH, new DeviceId(device), kind, MAIN));
    }

    void opensDay(LocalDate day) {
        asks(new Command.OpenDay(request(), Actor.BRANCH, day, Map.of(DESK_3, MAIN, DESK_5, MAIN)));
        opensDesks();
    }

    void opensDesks() {
        if (!line.hall().desks().has(DESK_3)) {
            asks(new Command.OpenDesk(request(), AIDA, DESK_3, List.of(SOC), List.of(EMP)));
        }
        if (!line.hall().desks().has(DESK_5)) {
            asks(new Command.OpenDesk(request(), DANIYAR, DESK_5, List.of(EMP, ID), List.of()));
        }
    }

    void closesDay() {
        asks(new Command.CloseDay(request(), Actor.BRANCH, Opened.NONE));
    }

    /// The board says that it is there, so that calls count only once it has shown them.
    void wakesBoard() {
        asks(new Command.StateDevice(request(), new DeviceId("b1"), true));
    }

    RequestId request() {
        return new RequestId(new UUID(0x5eed, ++requests));
    }

    Decision asks(Command command) {
        var decision = law.decide(line, command, wishes, now);
        wishes = wishes.after(command, decision);
        decision.entries().forEach(this::writes);
        return decision;
    }

    /// Writes an entry as it is, lawful or not.
    Entry writes(Entry entry) {
        line = line.after(entry);
        log.add(entry);
        return entry;
    }

    /// Writes events as those of one command that nobody asked the law about.
    ///
    /// @return the log index of the first
    long forges(Actor by, Event... events) {
        long first = line.size();
        var request = request();
        for (int i = 0; i < events.length; i++) {
            writes(entry(by, request, events.length - 1 - i, events[i]));
        }
        return first;
    }

    /// The next entry, with everything around the event as it has to be.
    Entry entry(Actor by, RequestId request, int more, Event event) {
        long dn =
                by instanceof Actor.Device(var id)
                        ? line.hall().devices().get(id).orElseThrow().dn() + 1
                        : 0;
        return new Entry(line.size(), now, by, dn, request, more, event);
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    void passes(long minutes) {
        passes(Duration.ofMinutes(minutes));
    }

    Instant now() {
        return now;
    }

    Line line() {
        return line;
    }

    List<Entry> log() {
        return List.copyOf(log);
    }

    VisitId reserves(GroupCode... groups) {
        return new VisitId(
                asks(take(Command.Touched.UNKNOWN, 0, groups)).entries().getFirst().index());
    }

    Command take(Command.Touched touched, int credit, GroupCode... groups) {
        return new Command.TakeTicket(request(), K1, List.of(groups), touched, credit, COMMITMENT);
    }

    VisitId takes(GroupCode... groups) {
        return handed(reserves(groups));
    }

    VisitId takesWithCredit(int credit, GroupCode group) {
        var issued = asks(take(Command.Touched.UNKNOWN, credit, group));
        return handed(new VisitId(issued.entries().getFirst().index()));
    }

    VisitId handed(VisitId visit) {
        asks(new Command.HandTicket(request(), K1, visit, Event.Handing.PRINTED, Code.NONE));
        return visit;
    }

    /// Calls at counter 3.
    Decision callsNext() {
        return asks(new Command.CallNext(request(), AIDA, DESK_3));
    }

    void starts() {
        asks(new Command.StartService(request(), AIDA, DESK_3));
    }

    void finishes() {
        asks(new Command.FinishService(request(), AIDA, DESK_3, new Code("accepted")));
    }

    /// A call at counter 3 as its event says it.
    static Event.CallMade call(VisitId visit, Event.Rule rule, int eligible, int overtaken) {
        return new Event.CallMade(
                visit, DESK_3, rule, "test-1", eligible, overtaken, Code.NONE, true);
    }

    int visitOvertakes(VisitId visit) {
        return line.people().visit(visit).orElseThrow().overtakes().size();
    }
}
