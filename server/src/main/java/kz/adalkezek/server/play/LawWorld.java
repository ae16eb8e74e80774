package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.BookingId;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.queue.Wishes;
import kz.adalkezek.server.branch.Opening;

/// A branch that is the law alone, in memory. Everything it writes goes to its [Listener], command
/// by command. Used by one thread.
final class LawWorld implements World {

    static final List<String> KIOSKS = List.of("k1", "k2");
    static final String BOARD = "b1";

    private static final Code HALL = new Code("main");
    private static final int NONCE_BYTES = 16;
    private static final int NAME_BYTES = 5;
    private static final double RESENDS = 0.01;
    private static final int RESENT = 20;
    private static final double BOUNCES = 0.01;

    interface Listener {
        void wrote(List<Entry> command, Line before, Line after);

        /// A promise that no entry can show.
        void broke(Breach breach);
    }

    /// A call that a board has not shown yet.
    record Unshown(long call, Instant at) {}

    private final Premises premises;
    private final Law law;
    private final Listener listener;
    private final BiConsumer<VisitId, List<String>> services;
    private final Draw draw;
    private final DeskKeys keys;
    private final Deque<Unshown> unshown = new ArrayDeque<>();
    private Line line = Line.EMPTY;
    private Wishes wishes = Wishes.NONE;
    private final Map<DeskId, Actor> clerks = new HashMap<>();
    private final Memories memories = new Memories();

    // By how much somebody has moved the clock of the branch.
    private Duration off = Duration.ZERO;
    private Totals totals = new Totals();
    private long decisions;

    /// @param services told what each visit is for, just before the log names it
    LawWorld(
            Premises premises,
            Law law,
            Listener listener,
            BiConsumer<VisitId, List<String>> services,
            Draw draw) {
        this.premises = premises;
        this.law = law;
        this.listener = listener;
        this.services = services;
        this.draw = draw;
        this.keys = new DeskKeys(premises, code -> opening(List.of(code), "", "", 1).commitment());
    }

    /// Begins the log: rules and devices.
    void found(String origin, String build, Instant now) {
        var catalogue = premises.catalogue();
        must(new Command.OpenLog(draw.request(), origin, build, ""), now);
        must(
                new Command.PublishPolicy(
                        draw.request(), Actor.BRANCH, Command.AT_ONCE, premises.policy()),
                now);
        must(
                new Command.PublishCatalogue(
                        draw.request(),
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        catalogue.version(),
                        catalogue.hash(),
                        catalogue.letters()),
                now);
        KIOSKS.forEach(kiosk -> enrol(kiosk, Event.DeviceKind.KIOSK, now));
        enrol(BOARD, Event.DeviceKind.BOARD, now);
    }

    private void enrol(String device, Event.DeviceKind kind, Instant now) {
        must(
                new Command.EnrolDevice(
                        draw.request(), Actor.BRANCH, new DeviceId(device), kind, HALL),
                now);
    }

    /// Nobody has the name of the day before.
    void openDay(LocalDate day, Instant now) {
        premises.counters().forEach(counter -> clerks.put(counter.desk(), somebody()));
        totals = new Totals();
        must(new Command.OpenDay(draw.request(), Actor.BRANCH, day, premises.halls()), now);
    }

    private Actor somebody() {
        return new Actor.Operator("o-" + HexFormat.of().formatHex(draw.bytes(NAME_BYTES)));
    }

    void closeDay(Instant now) {
        unshown.clear();
        must(new Command.CloseDay(draw.request(), Actor.BRANCH, totals.opened()), now);
    }

    Line line() {
        return line;
    }

    long decisions() {
        return decisions;
    }

    @Override
    public Optional<String> book(RequestId request, String service, Instant slot, Instant now) {
        var command =
                new Command.Book(
                        request,
                        Actor.BRANCH,
                        slot,
                        slot.atZone(premises.zone()).toLocalDate(),
                        premises.catalogue().service(service).orElseThrow().group(),
                        opening(List.of(service), "", "", 1).commitment());
        return asks(command, now) instanceof Decision.Accepted(var entries)
                ? Optional.of(Long.toString(entries.getFirst().index()))
                : Optional.empty();
    }

    @Override
    public Optional<Ticket> take(RequestId request, Wanted wanted, Instant now) {
        var catalogue = premises.catalogue();
        var groups =
                wanted.services().stream()
                        .map(code -> catalogue.service(code).orElseThrow().group())
                        .toList();
        var opening =
                opening(wanted.services(), wanted.language(), wanted.ground(), wanted.people());
        var command =
                new Command.TakeTicket(
                        request,
                        kiosk(wanted.kiosk()),
                        groups,
                        new Command.Touched.At(wanted.touched()),
                        premises.policy()
                                .ground(wanted.ground())
                                .map(Policy.Ground::credit)
                                .orElse(0),
                        opening.commitment(),
                        booking(wanted));
        services.accept(new VisitId(line.size()), wanted.services());
        return switch (asks(command, now)) {
            case Decision.Accepted(var entries) -> {
                totals.taken(wanted);
                yield ticket(entries.getFirst().index(), wanted.kiosk(), request);
            }
            case Decision.Repeated(var index) -> ticket(index, wanted.kiosk(), request);
            case Decision.Refused _, Decision.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<BookingId> booking(Wanted wanted) {
        return Optional.of(wanted.booking())
                .filter(booking -> !booking.isEmpty())
                .map(booking -> new BookingId(Long.parseLong(booking)));
    }

    private Opening opening(List<String> services, String language, String ground, int people) {
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(draw.bytes(NONCE_BYTES));
        return new Opening(nonce, services, language, ground, people);
    }

    private Optional<Ticket> ticket(long index, String kiosk, RequestId request) {
        return line.people()
                .visit(new VisitId(index))
                .map(visit -> new Ticket(visit.number(), visit.id(), kiosk, request, ""));
    }

    @Override
    public boolean does(RequestId request, Deed.OfTicket deed, Instant now) {
        var visit = deed.ticket().visit();
        var command =
                switch (deed) {
                    case Deed.Hand(var ticket, var how, var reason) ->
                            new Command.HandTicket(
                                    request, kiosk(ticket.kiosk()), visit, how, reason);
                    case Deed.Leave _ -> new Command.LeaveVisit(request, Actor.BRANCH, visit);
                    case Deed.AskMoreTime _ -> new Command.StepAside(request, visit);
                    case Deed.ComeBack _ -> new Command.ComeBack(request, visit);
                    case Deed.SayComing _ -> new Command.SayComing(request, visit);
                    case Deed.Rate(_, var stars) -> new Command.Rate(request, visit, stars);
                };
        return asks(command, now) instanceof Decision.Accepted;
    }

    @Override
    public Screen does(RequestId request, Deed.AtDesk deed, Instant now) {
        var by = clerks.get(deed.desk());
        if (by == null) {
            throw new IllegalStateException("nobody works at counter " + deed.desk());
        }
        if (deed instanceof Deed.TakeOver) {
            var next = somebody();
            if (asks(keys.command(request, next, deed, now), now) instanceof Decision.Accepted) {
                clerks.put(deed.desk(), next);
            }
            return screen(deed.desk(), now);
        }
        asks(keys.command(request, by, deed, time(now)), now);
        var screen = screen(deed.desk(), now);
        if (deed instanceof Deed.CallNext && screen.work() == Work.CALLING) {
            pressesTwice(deed.desk(), by, now);
        }
        return screen;
    }

    /// A key that bounces must not call two people.
    private void pressesTwice(DeskId desk, Actor by, Instant now) {
        if (draw.chance(BOUNCES)
                && asks(new Command.CallNext(draw.request(), by, desk), now)
                        instanceof Decision.Accepted) {
            listener.broke(new Breach(line.size(), "call-next", "2: one key has called twice"));
        }
    }

    @Override
    public Screen screen(DeskId id, Instant wall) {
        var now = time(wall);
        var desk = line.hall().desks().get(id);
        if (desk.isEmpty()) {
            return new Screen(Work.CLOSED, Optional.empty(), false, false);
        }
        var visit = desk.get().visit().flatMap(line.people()::visit);
        var work =
                switch (desk.get().work()) {
                    case Desk.Work.Ready _, Desk.Work.WrapUp _ -> Work.READY;
                    case Desk.Work.Calling _ -> Work.CALLING;
                    case Desk.Work.Serving _, Desk.Work.Direct _ -> Work.SERVING;
                    case Desk.Work.Paused _ -> Work.PAUSED;
                };
        boolean waits =
                work == Work.READY
                        && Rules.next(line.asOf(now), desk.get(), now, premises.policy())
                                .isPresent();
        return new Screen(
                work,
                visit.map(Visit::number),
                visit.filter(v -> v.ground() == Visit.Ground.CLAIMED).isPresent(),
                waits);
    }

    /// The oldest call that no board has shown, if it was made by then.
    Optional<Unshown> unshown(Instant by) {
        return Optional.ofNullable(unshown.peek()).filter(call -> !call.at().isAfter(by));
    }

    void shows(Unshown call, Instant now) {
        unshown.remove(call);
        var board = new Actor.Device(new DeviceId(BOARD));
        asks(new Command.ShowCall(draw.request(), board, call.call(), draw.chance(0.95)), now);
    }

    /// What was called while the board was away is no longer shown.
    void states(boolean here, Instant now) {
        unshown.clear();
        asks(new Command.StateDevice(draw.request(), new DeviceId(BOARD), here), now);
    }

    /// As the branch does on its rounds: who has no ticket in the hand in time has none.
    void voidsOverdue(Instant wall) {
        var now = time(wall);
        var within = premises.policy().handedWithin();
        var first = line.people().reserved().first();
        if (first.isPresent() && first.get().key().ms() + within.toMillis() <= now.toEpochMilli()) {
            asks(new Command.VoidTicket(draw.request(), first.get().value()), wall);
        }
    }

    /// Somebody moves the clock of the branch.
    void clockMoves(Duration by, Instant now) {
        off = off.plus(by);
        must(new Command.StepClock(draw.request(), now.plus(off)), now);
    }

    /// The branch is started from its log. What desks have asked for is forgotten; what was
    /// answered is not.
    void startsAnew(Instant now) {
        line = memories.line();
        wishes = Wishes.NONE;
        for (int i = 0; i < RESENT; i++) {
            memories.one(draw).ifPresent(once -> again(once, now));
        }
    }

    /// The log's time: as the branch's clock tells it, and never behind the newest entry.
    private Instant time(Instant now) {
        var wall = now.plus(off);
        return wall.isBefore(line.at()) ? line.at() : wall;
    }

    private static Actor kiosk(String id) {
        return new Actor.Device(new DeviceId(id));
    }

    private void must(Command command, Instant now) {
        var decision = asks(command, now);
        if (!(decision instanceof Decision.Accepted)) {
            throw new IllegalStateException("the law did not take " + command + ": " + decision);
        }
    }

    private Decision asks(Command command, Instant now) {
        decisions++;
        var before = line;
        var decision = law.decide(line, command, wishes, now.plus(off));
        wishes = wishes.after(command, decision);
        for (var entry : decision.entries()) {
            line = line.after(entry);
            if (entry.event() instanceof Event.CallMade
                    || entry.event() instanceof Event.CallRepeated) {
                unshown.add(new Unshown(entry.index(), now));
            }
        }
        if (!decision.entries().isEmpty()) {
            listener.wrote(decision.entries(), before, line);
            memories.keep(command, decision);
            if (draw.chance(RESENDS)) {
                again(memories.last(), now);
                memories.one(draw).ifPresent(once -> again(once, now));
            }
        }
        return decision;
    }

    /// The same once more, from somebody who has not heard the answer: it is the answer of the
    /// first time, and nothing happens.
    private void again(Memories.Answered once, Instant now) {
        decisions++;
        var decision = law.decide(line, once.command(), wishes, now.plus(off));
        boolean same =
                switch (once.decision()) {
                    case Decision.Accepted(var entries) ->
                            decision.equals(new Decision.Repeated(entries.getFirst().index()));
                    case Decision.Refused(var why, _) ->
                            decision instanceof Decision.Refused(var then, var more)
                                    && then == why
                                    && more.isEmpty();
                    case Decision.Repeated _, Decision.Nothing _ -> true;
                };
        if (!same) {
            var what = once.command().getClass().getSimpleName();
            listener.broke(
                    new Breach(line.size(), what, "6: sent again, it is answered " + decision));
        }
    }
}
