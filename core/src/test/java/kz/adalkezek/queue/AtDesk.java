package kz.adalkezek.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.adalkezek.queue.Decision.Accepted;

/// What the operator of a counter does on a [Day] of a test.
record AtDesk(Day day, DeskId desk) {

    private Actor operator() {
        return Day.operator(desk.counter());
    }

    Decision opens(String... primary) {
        return opensWith(List.of(primary), List.of());
    }

    Decision opensWith(List<String> primary, List<String> secondary) {
        return day.asks(
                day.open(
                        desk.counter(),
                        primary.stream().map(GroupCode::new).toList(),
                        secondary.stream().map(GroupCode::new).toList()));
    }

    Decision closes(String reason) {
        return day.asks(new Command.CloseDesk(day.request(), operator(), desk, new Code(reason)));
    }

    Decision asksNext() {
        return day.asks(new Command.CallNext(day.request(), operator(), desk));
    }

    VisitId callsNext() {
        return call().visit();
    }

    Event.CallMade call() {
        return (Event.CallMade) ((Accepted) asksNext()).entries().getLast().event();
    }

    Decision starts() {
        return day.asks(new Command.StartService(day.request(), operator(), desk));
    }

    /// Calls, sees the ground where one is claimed, and starts: the visit is served here.
    VisitId serves() {
        var visit = callsNext();
        if (day.visit(visit).ground() == Visit.Ground.CLAIMED) {
            records(true);
        }
        starts();
        return visit;
    }

    Decision finishes() {
        return finishes(new Code("accepted"));
    }

    Decision finishes(Code outcome) {
        return day.asks(new Command.FinishService(day.request(), operator(), desk, outcome));
    }

    Decision undoes() {
        return day.asks(new Command.UndoCall(day.request(), operator(), desk));
    }

    Decision recalls() {
        return day.asks(new Command.RepeatCall(day.request(), operator(), desk));
    }

    Decision marksNoShow() {
        return day.asks(new Command.MarkNoShow(day.request(), operator(), desk));
    }

    Decision records(boolean groundShown) {
        return day.asks(new Command.RecordGround(day.request(), operator(), desk, groundShown));
    }

    Decision parks(String reason, Optional<Instant> until) {
        return day.asks(
                new Command.ParkVisit(day.request(), operator(), desk, new Code(reason), until));
    }

    Decision unparks(VisitId visit) {
        var whom = new Command.Whom.ByNumber(day.visit(visit).number());
        return day.asks(new Command.UnparkVisit(day.request(), operator(), desk, whom));
    }

    Decision sees(VisitId visit) {
        var whom = new Command.Whom.ByNumber(day.visit(visit).number());
        return day.asks(new Command.ReturnVisit(day.request(), operator(), desk, whom));
    }

    /// Calls, calls again and gives up: nobody came.
    VisitId misses() {
        var visit = callsNext();
        day.passesSeconds(45);
        recalls();
        day.passesSeconds(45);
        marksNoShow();
        return visit;
    }

    Decision calls(VisitId visit, String reason) {
        var whom = new Command.Whom.ByNumber(day.visit(visit).number());
        return day.asks(
                new Command.CallVisit(day.request(), operator(), desk, whom, new Code(reason)));
    }

    Decision transfers(String group, boolean returns) {
        return transfers(new Event.Target.Group(new GroupCode(group)), returns);
    }

    Decision transfers(int counter, boolean returns) {
        return transfers(new Event.Target.Counter(new DeskId(counter)), returns);
    }

    private Decision transfers(Event.Target target, boolean returns) {
        return day.asks(
                new Command.TransferVisit(day.request(), operator(), desk, target, returns));
    }

    /// The operator of another counter takes this one over.
    Decision isTakenBy(Actor other, String... primary) {
        return day.asks(
                new Command.TakeCounter(
                        day.request(),
                        other,
                        desk,
                        Stream.of(primary).map(GroupCode::new).toList(),
                        List.of()));
    }

    Decision servesDirectly(String reason) {
        return day.asks(new Command.ServeDirect(day.request(), operator(), desk, new Code(reason)));
    }

    Decision adds(String group, boolean now) {
        return day.asks(
                new Command.AddService(
                        day.request(),
                        operator(),
                        desk,
                        new GroupCode(group),
                        now,
                        Day.COMMITMENT));
    }

    Decision requests(boolean listed, String reason) {
        return day.asks(
                new Command.RequestDocument(
                        day.request(), operator(), desk, listed, new Code(reason), Day.COMMITMENT));
    }

    Decision pauses(String reason) {
        return day.asks(new Command.PauseDesk(day.request(), operator(), desk, new Code(reason)));
    }

    Decision resumes() {
        return day.asks(new Command.ResumeDesk(day.request(), operator(), desk));
    }

    Desk.Work work() {
        return day.line().hall().known(desk).work();
    }
}
