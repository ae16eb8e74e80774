package kz.adalkezek.server.play;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;

/// A running branch, through the doors that everybody uses. Now and then an answer is taken for
/// lost and the same is sent again, as programs and people do; the second answer has to be the
/// first. Used by one thread.
final class LiveWorld implements World {

    private static final double ANSWER_LOST = 0.02;
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final long HEARD_WITHIN_MS = 2_000;

    private final Doors doors;
    private final ZoneId zone;
    private final Wire wire;
    private final Hearing hearing;
    private final Waiting waiting;
    private final Surprises surprises;
    private final Draw draw;
    private final Map<Doors.Login, String> sessions = new HashMap<>();
    // The counter that the head has taken over, at most one.
    private final Set<DeskId> relieved = new HashSet<>();

    // The size of the log as of which a desk was found free.
    private final Map<DeskId, Long> free = new HashMap<>();
    private long tickets;

    LiveWorld(
            Doors doors,
            Premises premises,
            Wire wire,
            Hearing hearing,
            Surprises surprises,
            Draw draw) {
        this.doors = doors;
        this.zone = premises.zone();
        this.wire = wire;
        this.hearing = hearing;
        this.waiting = new Waiting(premises, wire, hearing);
        this.surprises = surprises;
        this.draw = draw;
    }

    /// How many tickets it has given.
    long tickets() {
        return tickets;
    }

    @Override
    public Optional<String> book(RequestId request, String service, Instant slot, Instant now) {
        var body = Forms.booking(service, slot.atZone(zone).toOffsetDateTime().toString());
        var answer = twice("/api/v1/branch/" + request, session(doors.manager()), body);
        if (!answer.isGood()) {
            surprises.said("a booking for " + slot + " was answered " + answer);
            return Optional.empty();
        }
        return Optional.of(answer.text("code"));
    }

    @Override
    public Optional<Ticket> take(RequestId request, Wanted wanted, Instant now) {
        var path = "/api/v1/tickets/" + request;
        var token = token(wanted.kiosk());
        var answer = wire.put(path, token, Forms.ticket(wanted));
        if (!answer.isGood()) {
            surprises.refusedTicket(answer);
            return Optional.empty();
        }
        var ticket = ticket(request, wanted, answer);
        if (draw.chance(ANSWER_LOST)) {
            var again = ticket(request, wanted, wire.put(path, token, Forms.ticket(wanted)));
            if (!again.equals(ticket)) {
                surprises.said("asked again, the branch gave " + again + " instead of " + ticket);
            }
        }
        tickets += answer.status() == CREATED ? 1 : 0;
        return Optional.of(ticket);
    }

    private static Ticket ticket(RequestId request, Wanted wanted, Wire.Answer answer) {
        return new Ticket(
                TicketNumber.parse(answer.text("number")),
                new VisitId(answer.body().path("index").asLong()),
                wanted.kiosk(),
                request,
                answer.text("token"));
    }

    @Override
    public boolean does(RequestId request, Deed.OfTicket deed, Instant now) {
        var ticket = deed.ticket();
        var body = Forms.ofTicket(deed);
        var answer =
                deed instanceof Deed.Hand
                        ? twice(
                                "/api/v1/tickets/%s/handed/%s".formatted(ticket.request(), request),
                                token(ticket.kiosk()),
                                body)
                        : twice("/api/v1/visits/%s/%s".formatted(ticket.key(), request), "", body);
        if (!answer.isGood()) {
            surprises.refused(deed, answer);
        }
        return answer.isGood();
    }

    @Override
    public Screen does(RequestId request, Deed.AtDesk deed, Instant now) {
        var desk = deed.desk();
        free.remove(desk);
        if (deed instanceof Deed.Open) {
            relieved.remove(desk);
        }
        if (deed instanceof Deed.TakeOver takeOver) {
            return takesOver(request, takeOver, now);
        }
        var path = "/api/v1/desks/%s/%s".formatted(desk.counter(), request);
        var login = login(desk);
        var body = Forms.atDesk(deed, now);
        var answer = twice(path, session(login), body);
        if (answer.status() == UNAUTHORIZED) {
            sessions.remove(login);
            answer = twice(path, session(login), body);
        }
        if (!answer.isGood()) {
            surprises.refused(deed, answer);
            return screen(desk, now);
        }
        hears(answer);
        return screen(desk, answer, now);
    }

    /// The head of the branch takes a counter over, and has at most one.
    private Screen takesOver(RequestId request, Deed.TakeOver deed, Instant now) {
        var desk = deed.desk();
        if (relieved.isEmpty()) {
            var path = "/api/v1/desks/%s/%s".formatted(desk.counter(), request);
            var answer = twice(path, session(doors.manager()), Forms.atDesk(deed, now));
            if (answer.isGood()) {
                relieved.add(desk);
            } else {
                surprises.refused(deed, answer);
            }
        }
        return screen(desk, now);
    }

    /// The gong is heard before anybody does anything else.
    private void hears(Wire.Answer answer) {
        var call = answer.body().path("index");
        try {
            if (call.isIntegralNumber() && !hearing.awaits(call.asLong(), HEARD_WITHIN_MS)) {
                surprises.said("the feed did not tell entry " + call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Wire.StrayAnswerException("stopped while the feed was listened to", e);
        }
    }

    @Override
    public Screen screen(DeskId desk, Instant now) {
        long size = hearing.next();
        if (Objects.equals(free.get(desk), size)) {
            return new Screen(Work.READY, Optional.empty(), false, waiting.isFor(desk, now));
        }
        var login = login(desk);
        var path = "/api/v1/desks/" + desk.counter();
        var answer = wire.get(path, session(login));
        if (answer.status() == UNAUTHORIZED) {
            sessions.remove(login);
            answer = wire.get(path, session(login));
        }
        if (answer.status() == FORBIDDEN) {
            return new Screen(Work.TAKEN, Optional.empty(), false, false);
        }
        if (!answer.isGood()) {
            throw new Wire.StrayAnswerException(path + " was answered " + answer);
        }
        var screen = screen(desk, answer, now);
        if (screen.work() == Work.READY) {
            free.put(desk, size);
        }
        return screen;
    }

    private Screen screen(DeskId desk, Wire.Answer answer, Instant now) {
        var work =
                switch (answer.text("state")) {
                    case "closed" -> Work.CLOSED;
                    case "ready", "wrap-up" -> Work.READY;
                    case "called" -> Work.CALLING;
                    case "serving" -> Work.SERVING;
                    case "paused" -> Work.PAUSED;
                    default -> throw new Wire.StrayAnswerException("a desk is " + answer);
                };
        boolean atDesk = work == Work.CALLING || work == Work.SERVING;
        var number = answer.body().path("number").asText("");
        return new Screen(
                work,
                atDesk && number.length() > 1 && answer.body().path("number").isTextual()
                        ? Optional.of(TicketNumber.parse(number))
                        : Optional.empty(),
                answer.body().path("groundClaimed").asBoolean(),
                work == Work.READY && waiting.isFor(desk, now));
    }

    /// A board tells that it has shown a call.
    void shows(long call, boolean spoken) {
        var path = "/api/v1/boards/%s/%s".formatted(doors.board(), draw.request());
        var body = Wire.body().put("shown", call).put("spoken", spoken);
        var answer = twice(path, doors.boardToken(), body);
        if (!answer.isGood() && !answer.code().equals("call-unknown")) {
            surprises.said("a board was answered " + answer);
        }
    }

    /// What only the head of the branch does.
    Wire.Answer manages(String action) {
        var path = "/api/v1/branch/" + draw.request();
        return wire.put(path, session(doors.manager()), Forms.action(action));
    }

    private Wire.Answer twice(String path, String token, ObjectNode body) {
        var answer = wire.put(path, token, body);
        if (!draw.chance(ANSWER_LOST)) {
            return answer;
        }
        var again = wire.put(path, token, body);
        if (again.status() != answer.status()) {
            surprises.said(path + " was answered " + answer + ", and then " + again);
        }
        return again;
    }

    private String token(String kiosk) {
        return Optional.ofNullable(doors.kiosks().get(kiosk)).orElseThrow();
    }

    private Doors.Login login(DeskId desk) {
        return relieved.contains(desk)
                ? doors.manager()
                : Optional.ofNullable(doors.clerks().get(desk)).orElseThrow();
    }

    private String session(Doors.Login login) {
        return sessions.computeIfAbsent(login, this::signsIn);
    }

    private String signsIn(Doors.Login login) {
        var body = Wire.body().put("operator", login.operator()).put("secret", login.secret());
        var answer = wire.post("/api/v1/sessions", body);
        if (!answer.isGood()) {
            throw new Wire.StrayAnswerException(
                    login.operator() + " may not sign in: " + answer.code());
        }
        return answer.text("token");
    }
}
