package kz.adalkezek.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Event.DeviceKind;

/// A business day in a test: a branch with kiosk `k1`, board `b1` and counters 3 and 5, where time
/// passes only when the test says so.
final class Day {

    static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");
    static final LocalDate DATE = LocalDate.of(2026, 11, 23);
    static final GroupCode SOC = new GroupCode("SOC");
    static final GroupCode EMP = new GroupCode("EMP");
    static final GroupCode ID = new GroupCode("ID");
    static final Actor KIOSK = new Actor.Device(new DeviceId("k1"));
    static final Actor BOARD = new Actor.Device(new DeviceId("b1"));
    static final Code HALL = new Code("main");
    static final String COMMITMENT = "A".repeat(43);

    private final List<Entry> log = new ArrayList<>();
    private Line line = Line.EMPTY;
    private Wishes wishes = Wishes.NONE;
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
                        DATE,
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
        var decision = Rules.decide(line, command, wishes, now);
        wishes = wishes.after(command, decision);
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

    void passesSeconds(long seconds) {
        passes(Duration.ofSeconds(seconds));
    }

    void passesMillis(long millis) {
        passes(Duration.ofMillis(millis));
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

    /// Books a slot so many minutes after nine, on the business day of these tests or a later one.
    Decision books(String group, long minute, LocalDate day) {
        var slot = NINE.plus(Duration.ofMinutes(minute));
        return asks(
                new Command.Book(
                        request(), operator(1), slot, day, new GroupCode(group), COMMITMENT));
    }

    BookingId booked(String group, long minute) {
        return booking(books(group, minute, DATE));
    }

    static BookingId booking(Decision decision) {
        return new BookingId(((Accepted) decision).entries().getFirst().index());
    }

    Decision checksIn(BookingId booking, int credit, String... groups) {
        return asks(
                new Command.TakeTicket(
                        request(),
                        KIOSK,
                        Stream.of(groups).map(GroupCode::new).toList(),
                        Command.Touched.UNKNOWN,
                        credit,
                        COMMITMENT,
                        Optional.of(booking)));
    }

    /// Checks in without a ground and gets the ticket into the hand.
    VisitId comes(BookingId booking, String group) {
        return handed(issued(checksIn(booking, 0, group)));
    }

    VisitId handed(VisitId visit) {
        asks(new Command.HandTicket(request(), KIOSK, visit, Event.Handing.PRINTED, Code.NONE));
        return visit;
    }

    static VisitId issued(Decision decision) {
        return new VisitId(((Accepted) decision).entries().getFirst().index());
    }

    AtDesk desk(int counter) {
        return new AtDesk(this, new DeskId(counter));
    }

    /// Takes at the kiosk a ticket of several legs and gets it into the citizen's hands.
    VisitId takesLegs(String... groups) {
        return handed(issued(asks(takeLegs(groups))));
    }

    Command.TakeTicket takeLegs(String... groups) {
        return new Command.TakeTicket(
                request(),
                KIOSK,
                Stream.of(groups).map(GroupCode::new).toList(),
                Command.Touched.UNKNOWN,
                0,
                COMMITMENT);
    }

    Command.TakeTicket takenBy(Actor by) {
        return new Command.TakeTicket(
                request(), by, List.of(SOC), Command.Touched.UNKNOWN, 0, COMMITMENT);
    }

    Command.TakeTicket touched(Actor by, Instant touched) {
        return new Command.TakeTicket(
                request(), by, List.of(SOC), new Command.Touched.At(touched), 0, COMMITMENT);
    }

    Decision hands(VisitId visit, Event.Handing how) {
        return hands(KIOSK, visit, how, Code.NONE);
    }

    Decision hands(Actor by, VisitId visit, Event.Handing how, Code reason) {
        return asks(new Command.HandTicket(request(), by, visit, how, reason));
    }

    Decision voids(VisitId visit) {
        return asks(new Command.VoidTicket(request(), visit));
    }

    Decision leaves(Actor by, VisitId visit) {
        return asks(new Command.LeaveVisit(request(), by, visit));
    }

    Decision comesBack(VisitId visit) {
        return asks(new Command.ComeBack(request(), visit));
    }

    Decision saysComing(VisitId visit) {
        return asks(new Command.SayComing(request(), visit));
    }

    Decision rates(VisitId visit, int stars) {
        return asks(new Command.Rate(request(), visit, stars));
    }

    Decision stepsAside(VisitId visit) {
        return asks(new Command.StepAside(request(), visit));
    }

    /// The board of the hall is heard, or has not been heard for a minute.
    void hearsTheBoard(boolean here) {
        asks(new Command.StateDevice(request(), new DeviceId("b1"), here));
    }

    /// The board shows the newest call or repetition.
    Decision boardShows(boolean spoken) {
        for (int i = log.size() - 1; ; i--) {
            var entry = log.get(i);
            if (entry.event() instanceof Event.CallMade
                    || entry.event() instanceof Event.CallRepeated) {
                return shows(BOARD, entry.index(), spoken);
            }
        }
    }

    Decision shows(Actor by, long call, boolean spoken) {
        return asks(new Command.ShowCall(request(), by, call, spoken));
    }

    void enrols(String device, DeviceKind kind) {
        asks(new Command.EnrolDevice(request(), Actor.BRANCH, new DeviceId(device), kind, HALL));
    }

    Decision revokes(String device) {
        return asks(new Command.RevokeDevice(request(), operator(1), new DeviceId(device)));
    }

    Decision beats() {
        return asks(new Command.Beat(request()));
    }

    Decision reprints(Actor by, VisitId visit) {
        return asks(new Command.ReprintTicket(request(), by, visit));
    }

    Decision disputes(Actor by, VisitId visit, Code reason) {
        var whom = new Command.Whom.ById(visit);
        return asks(new Command.DisputeClock(request(), by, whom, reason));
    }

    Decision closes() {
        return asks(new Command.CloseDay(request(), Actor.BRANCH, Opened.NONE));
    }

    Decision opens(LocalDate date) {
        return asks(
                new Command.OpenDay(
                        request(),
                        Actor.BRANCH,
                        date,
                        Map.of(new DeskId(3), HALL, new DeskId(5), HALL)));
    }

    Decision publishes(Instant from, Policy policy) {
        return asks(new Command.PublishPolicy(request(), Actor.BRANCH, from, policy));
    }

    /// An event is folded that no command of the test would make.
    void happens(Actor by, long dn, Event event) {
        var entry = new Entry(line.size(), line.at(), by, dn, request(), 0, event);
        line = line.after(entry);
        log.add(entry);
    }

    Event lastEvent() {
        return log.getLast().event();
    }

    /// The events of an accepted command.
    static List<Event> events(Decision decision) {
        return ((Accepted) decision).entries().stream().map(Entry::event).toList();
    }

    static Refusal why(Decision decision) {
        return ((Decision.Refused) decision).why();
    }

    /// Since when a visit that is called now had waited.
    Instant waitsSinceCall(VisitId visit) {
        var called = (Visit.Stage.Called) visit(visit).stage();
        return ((Visit.Stage.Waiting) called.before()).since();
    }

    long waitsSinceMinute(VisitId visit) {
        var since = ((Visit.Stage.Waiting) visit(visit).stage()).since();
        return Duration.between(NINE, since).toMinutes();
    }
}
