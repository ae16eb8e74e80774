package kz.adalkezek.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.SamplePolicy;
import kz.adalkezek.queue.VisitId;

/// A hall in a test, where time passes only when the test says so, and its outlook.
final class Hall {

    static final GroupCode SOC = new GroupCode("SOC");
    static final GroupCode EMP = new GroupCode("EMP");

    private static final Code MAIN = new Code("main");
    private static final Actor KIOSK = new Actor.Device(new DeviceId("k1"));
    private static final String COMMITMENT = "A".repeat(43);
    private static final int FUTURES = 200;

    final Outlook outlook = new Outlook(new TenMinutes(), FUTURES);
    Instant now = Instant.parse("2026-11-23T04:00:00Z");
    private Line line = Line.EMPTY;
    private long requests;

    /// By the catalogue everything takes ten minutes; what people came for is not known.
    private record TenMinutes() implements Errands {
        @Override
        public List<Service> of(VisitId visit, int leg) {
            return List.of();
        }

        @Override
        public Duration mean(GroupCode group) {
            return Duration.ofMinutes(10);
        }
    }

    Hall() {
        asks(new Command.OpenLog(request(), "example.kz/branch/1", "00", ""));
        asks(
                new Command.PublishPolicy(
                        request(), Actor.BRANCH, Command.AT_ONCE, SamplePolicy.POLICY));
        asks(
                new Command.PublishCatalogue(
                        request(),
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        "t",
                        COMMITMENT,
                        Map.of(SOC, 'A', EMP, 'A')));
        asks(
                new Command.EnrolDevice(
                        request(), Actor.BRANCH, new DeviceId("k1"), Event.DeviceKind.KIOSK, MAIN));
        asks(
                new Command.OpenDay(
                        request(),
                        Actor.BRANCH,
                        LocalDate.of(2026, 11, 23),
                        Map.of(new DeskId(1), MAIN, new DeskId(2), MAIN)));
    }

    void opens(int counter, List<GroupCode> primary, List<GroupCode> secondary) {
        asks(
                new Command.OpenDesk(
                        request(), clerk(counter), new DeskId(counter), primary, secondary));
    }

    VisitId takes(GroupCode group, int credit) {
        var taken =
                asks(
                        new Command.TakeTicket(
                                request(),
                                KIOSK,
                                List.of(group),
                                Command.Touched.UNKNOWN,
                                credit,
                                COMMITMENT));
        var visit = new VisitId(taken.entries().getFirst().index());
        asks(new Command.HandTicket(request(), KIOSK, visit, Event.Handing.PRINTED, Code.NONE));
        passes(Duration.ofSeconds(10));
        return visit;
    }

    /// Calls the next one, who comes at once.
    void serves(int counter) {
        asks(new Command.CallNext(request(), clerk(counter), new DeskId(counter)));
        asks(new Command.StartService(request(), clerk(counter), new DeskId(counter)));
    }

    void finishes(int counter) {
        asks(
                new Command.FinishService(
                        request(), clerk(counter), new DeskId(counter), new Code("accepted")));
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    void looks() {
        outlook.look(line, now, List.of(SOC, EMP));
    }

    double p50Minutes(VisitId visit) {
        return outlook.of(visit, now).orElseThrow().p50().toSeconds() / 60.0;
    }

    private Decision asks(Command command) {
        var decision = Rules.decide(line, command, now);
        if (decision instanceof Decision.Refused(var why, _)) {
            throw new AssertionError(command + " was refused: " + why);
        }
        for (var entry : decision.entries()) {
            line = line.after(entry);
            outlook.saw(entry);
        }
        return decision;
    }

    private RequestId request() {
        return new RequestId(new UUID(0, ++requests));
    }

    private static Actor clerk(int counter) {
        return new Actor.Operator("o-" + counter);
    }
}
