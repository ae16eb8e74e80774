package kz.adalkezek.server.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.branch.Waits;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Language;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.Requests;

/// What a kiosk needs for hours without the branch: numbers beforehand, and a door through which
/// the tickets that it has given come in afterwards.
public final class OfflineRoutes {

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NONCE_BYTES = 16;

    private final Branch branch;
    private final Tickets tickets;
    private final TicketAnswer answer;
    private final Door door;

    public OfflineRoutes(Branch branch, Tickets tickets, Waits waits, Door door) {
        this.branch = branch;
        this.tickets = tickets;
        this.answer = new TicketAnswer(branch, tickets, waits);
        this.door = door;
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/v1/leases", this::held);
        routes.put("/api/v1/leases/{request}", this::lease);
        routes.put("/api/v1/leases/{request}/released", this::release);
        routes.put("/api/v1/offline/{request}", this::merge);
    }

    /// What the branch knows of the kiosk, for one that has lost its own memory.
    private void held(Context ctx) {
        var kiosk = kiosk(Edge.asker(door.kiosk(ctx)));
        var line = branch.line();
        var device = line.hall().devices().get(kiosk);
        if (device.isEmpty()) {
            throw Problem.of(ProblemCode.NOT_SIGNED_IN).asException();
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("dn", device.get().dn());
        answer.put("pending", device.get().pending());
        answer.put(
                "leases",
                line.leases().of(kiosk).stream().map(lease -> Edge.form(lease.left())).toList());
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, OK, answer);
    }

    private void lease(Context ctx) {
        var asker = Edge.asker(door.kiosk(ctx));
        var request = Edge.request(ctx, "request");
        var body = JsonBody.of(ctx).only("letter", "count");
        char letter = Edge.letter(body);
        int count = body.number("count", 1, Command.LeaseNumbers.COUNT_MAX);
        var outcome =
                branch.submit(
                        Ask.of(
                                asker,
                                Edge.fingerprint("leases", asker, body),
                                by -> new Command.LeaseNumbers(request, by, letter, count)));
        var leased = Edge.first(Edge.decided(outcome), tickets::entry);
        if (!(leased.event() instanceof Event.NumbersLeased(_, var block))) {
            throw Problem.of(ProblemCode.REQUEST_REUSED).asException();
        }
        Json.answer(ctx, OK, Edge.form(block));
    }

    private void release(Context ctx) {
        var asker = Edge.asker(door.kiosk(ctx));
        var kiosk = kiosk(asker);
        var request = Edge.request(ctx, "request");
        var body = JsonBody.of(ctx).only("letter", "from", "to", "day");
        var block = Edge.block(body);
        Edge.decided(
                branch.submit(
                        Ask.of(
                                asker,
                                Edge.fingerprint("leases/released", asker, body),
                                by -> new Command.ReleaseNumbers(request, by, kiosk, block))));
        Json.answer(ctx, OK, Edge.form(block));
    }

    private void merge(Context ctx) {
        var asker = Edge.asker(door.kiosk(ctx));
        var request = Edge.request(ctx, "request");
        var body =
                JsonBody.of(ctx)
                        .only(
                                "number",
                                "day",
                                "services",
                                "language",
                                "ground",
                                "people",
                                "touched",
                                "policy",
                                "nonce",
                                "how",
                                "reason",
                                "pending",
                                "unanswered");
        var fingerprint = Edge.fingerprint("offline", asker, body);
        var taken = tickets.merge(request, asker, fingerprint, given(body));
        var ticket = answer.ticket(taken);
        Json.answer(ctx, ticket.again() ? OK : CREATED, answer.of(ticket.issued()));
    }

    private static Tickets.Given given(JsonBody body) {
        var language = body.text("language");
        if (Language.of(language).isEmpty()) {
            throw Problem.of(ProblemCode.UNKNOWN_LANGUAGE, Map.of("language", language))
                    .asException();
        }
        var how = body.textIfAny("how").map(TicketRoutes::how);
        var reason = TicketRoutes.reason(body, how);
        return new Tickets.Given(
                new Tickets.Wanted(
                        TicketRoutes.services(body),
                        language,
                        body.textIfAny("ground").orElse(""),
                        Command.Touched.UNKNOWN,
                        TicketRoutes.people(body),
                        Optional.empty()),
                nonce(body),
                Requests.read("number", body.text("number"), TicketNumber::parse),
                body.day("day"),
                touched(body),
                body.text("policy"),
                how,
                reason,
                body.numberIfAny("pending").isPresent()
                        ? body.number("pending", 0, TicketNumber.LAST_ORDINAL)
                        : 0,
                body.textIfAny("unanswered")
                        .map(text -> Requests.read("unanswered", text, RequestId::parse)),
                Optional.empty());
    }

    /// The kiosk has drawn it, because the token on the paper comes from it.
    private static String nonce(JsonBody body) {
        var text = body.text("nonce");
        var bytes = Requests.read("nonce", text, Base64.getUrlDecoder()::decode);
        if (bytes.length != NONCE_BYTES
                || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw JsonBody.wrong("nonce");
        }
        return text;
    }

    private static Instant touched(JsonBody body) {
        var touched = body.instant("touched");
        if (touched.isBefore(Instant.EPOCH) || touched.isAfter(Command.LAST_INSTANT)) {
            throw JsonBody.wrong("touched");
        }
        return touched;
    }

    private static DeviceId kiosk(Asker asker) {
        if (asker.someActor() instanceof Actor.Device(var id)) {
            return id;
        }
        throw new IllegalStateException("the door let in what is no device");
    }
}
