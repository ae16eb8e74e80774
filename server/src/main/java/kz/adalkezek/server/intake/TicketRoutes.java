package kz.adalkezek.server.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Event.Handing;
import kz.adalkezek.queue.Memory;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Reservations;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.branch.Waits;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Language;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// What a kiosk or a desk asks about tickets. A route turns a request into a command and a decision
/// into an answer; it decides nothing.
public final class TicketRoutes {

    /// A kiosk's clock may be so far ahead; the law bounds the arrival. Further ahead it is broken.
    public static final Duration AHEAD_MAX = Duration.ofSeconds(60);

    public static final int SERVICES_MAX = 20;

    /// One errand of several people, such as a family's registration.
    private static final int PEOPLE_MAX = 20;

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Branch branch;
    private final Tickets tickets;
    private final TicketAnswer answer;
    private final Door door;
    private final BookingCodes codes;

    public TicketRoutes(Branch branch, Tickets tickets, Waits waits, Door door) {
        this.branch = branch;
        this.tickets = tickets;
        this.answer = new TicketAnswer(branch, tickets, waits);
        this.door = door;
        this.codes = new BookingCodes(branch);
    }

    public void register(RoutesConfig routes) {
        routes.put("/api/v1/tickets/{request}", this::take);
        routes.put("/api/v1/tickets/{request}/handed/{handing}", this::hand);
        routes.put("/api/v1/tickets/{request}/reprinted/{copy}", this::reprint);
    }

    private void take(Context ctx) {
        var asker = Edge.asker(door.kioskOrPerson(ctx));
        var request = Edge.request(ctx, "request");
        var body =
                JsonBody.of(ctx)
                        .only("services", "language", "ground", "touched", "booking", "people");
        var wanted = wanted(asker, body);
        var fingerprint = Edge.fingerprint("tickets", asker, body);
        var ticket = answer.ticket(tickets.take(request, asker, fingerprint, wanted));
        Json.answer(ctx, ticket.again() ? OK : CREATED, answer.of(ticket.issued()));
    }

    private Tickets.Wanted wanted(Asker asker, JsonBody body) {
        var booked = body.textIfAny("booking").map(code -> codes.booked(asker, code));
        var services = services(body, booked);
        var language = body.text("language");
        if (Language.of(language).isEmpty()) {
            throw Problem.of(ProblemCode.UNKNOWN_LANGUAGE, Map.of("language", language))
                    .asException();
        }
        return new Tickets.Wanted(
                services,
                language,
                body.textIfAny("ground").orElse(""),
                body.textIfAny("touched").map(this::touched).orElse(Command.Touched.UNKNOWN),
                people(body),
                booked.map(Reservations.Known::booking));
    }

    /// Whoever has booked need not choose again; more services may follow the one that was booked.
    private static List<String> services(JsonBody body, Optional<Reservations.Known> booked) {
        if (booked.isPresent() && !body.members().containsKey("services")) {
            return List.of(booked.get().reservation().service());
        }
        var services = services(body);
        if (booked.filter(b -> !b.reservation().service().equals(services.getFirst()))
                .isPresent()) {
            throw Problem.of(ProblemCode.BOOKING_OTHER_SERVICE).asException();
        }
        return services;
    }

    static List<String> services(JsonBody body) {
        var services = body.texts("services");
        if (services.isEmpty() || services.size() > SERVICES_MAX) {
            throw JsonBody.wrong("services");
        }
        return services;
    }

    static int people(JsonBody body) {
        long people = body.numberIfAny("people").orElse(1L);
        if (people < 1 || people > PEOPLE_MAX) {
            throw JsonBody.wrong("people");
        }
        return (int) people;
    }

    private Command.Touched touched(String text) {
        Instant touched;
        try {
            touched = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw JsonBody.wrong("touched");
        }
        if (touched.isBefore(Instant.EPOCH)) {
            throw JsonBody.wrong("touched");
        }
        if (touched.isAfter(branch.now().plus(AHEAD_MAX))) {
            throw Problem.of(ProblemCode.TOUCHED_IN_FUTURE).asException();
        }
        return new Command.Touched.At(touched);
    }

    private void hand(Context ctx) {
        var asker = Edge.asker(door.kioskOrPerson(ctx));
        var ticket = Edge.request(ctx, "request");
        var request = Edge.request(ctx, "handing");
        var body = JsonBody.of(ctx).only("how", "reason");
        var how = how(body.text("how"));
        var reason = reason(body, Optional.of(how));
        var visit =
                visit(ticket)
                        .orElseThrow(() -> Problem.of(ProblemCode.TICKET_UNKNOWN).asException());
        var outcome =
                branch.submit(
                        Ask.of(
                                asker,
                                Edge.fingerprint("handed/" + ticket, asker, body),
                                by -> new Command.HandTicket(request, by, visit, how, reason)));
        Edge.decided(outcome);
        Json.answer(ctx, OK, Map.of("how", body.text("how")));
    }

    private void reprint(Context ctx) {
        var asker = Edge.asker(door.kioskOrPerson(ctx));
        var ticket = Edge.request(ctx, "request");
        var request = Edge.request(ctx, "copy");
        var body = JsonBody.of(ctx).only();
        var visit =
                visit(ticket)
                        .orElseThrow(() -> Problem.of(ProblemCode.TICKET_UNKNOWN).asException());
        var outcome =
                branch.submit(
                        Ask.of(
                                asker,
                                Edge.fingerprint("reprinted/" + ticket, asker, body),
                                by -> new Command.ReprintTicket(request, by, visit)));
        Edge.decided(outcome);
        Json.answer(ctx, OK, Map.of());
    }

    private Optional<VisitId> visit(RequestId ticket) {
        return branch.line()
                .memory()
                .answer(ticket)
                .filter(Memory.Answer.Done.class::isInstance)
                .map(Memory.Answer.Done.class::cast)
                .map(done -> new VisitId(done.index()));
    }

    /// Where the hand-over failed, and only there.
    static Code reason(JsonBody body, Optional<Handing> how) {
        var reason = body.textIfAny("reason").map(text -> code("reason", text)).orElse(Code.NONE);
        if (how.equals(Optional.of(Handing.FAILED)) == reason.isNone()) {
            throw JsonBody.wrong("reason");
        }
        return reason;
    }

    static Handing how(String word) {
        return switch (word) {
            case "printed" -> Handing.PRINTED;
            case "shown" -> Handing.SHOWN;
            case "failed" -> Handing.FAILED;
            default -> throw JsonBody.wrong("how");
        };
    }

    private static Code code(String member, String text) {
        try {
            return new Code(text);
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong(member);
        }
    }
}
