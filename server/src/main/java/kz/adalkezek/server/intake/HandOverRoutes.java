package kz.adalkezek.server.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Device;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Refusal;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
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
import kz.adalkezek.server.web.ProblemException;
import kz.adalkezek.server.web.Requests;
import kz.adalkezek.server.web.Texts;

/// The door through which the tickets that a kiosk has given without the branch come in afterwards,
/// oldest first and many at a time.
public final class HandOverRoutes {

    static final int TICKETS_MAX = 100;

    /// For that many tickets with as many services as one may have.
    private static final int BODY_MAX_BYTES = 256 * 1024;

    private static final int OK = 200;
    private static final int NONCE_BYTES = 16;

    private final Branch branch;
    private final Tickets tickets;
    private final TicketAnswer answer;
    private final Heads heads;
    private final Door door;
    private final Texts texts;

    public HandOverRoutes(
            Branch branch, Tickets tickets, Waits waits, Heads heads, Door door, Texts texts) {
        this.branch = branch;
        this.tickets = tickets;
        this.answer = new TicketAnswer(branch, tickets, waits);
        this.heads = heads;
        this.door = door;
        this.texts = texts;
    }

    public void register(RoutesConfig routes) {
        routes.post("/api/v1/offline", this::merge);
    }

    private void merge(Context ctx) {
        var asker = new Asker.Device(new DeviceId(door.kiosk(ctx).id()));
        var body = JsonBody.of(ctx, BODY_MAX_BYTES).only("pending", "tickets");
        int pending = body.number("pending", 0, TicketNumber.LAST_ORDINAL);
        var given = new ArrayList<Tickets.Given>();
        var bodies = body.objects("tickets", 1, TICKETS_MAX);
        for (int i = 0; i < bodies.size(); i++) {
            int after = Math.min(pending + bodies.size() - 1 - i, TicketNumber.LAST_ORDINAL);
            given.add(given(asker, bodies.get(i), after));
        }
        var answers = answers(asker, given, Language.asked(ctx.header(Header.ACCEPT_LANGUAGE)));
        Json.answer(ctx, OK, Map.of("tickets", answers));
    }

    /// Up to the first that was not taken: what comes behind it makes sense only once that is
    /// settled.
    private List<Map<String, Object>> answers(
            Asker.Device kiosk, List<Tickets.Given> given, Language language) {
        int sound = 0;
        while (sound < given.size() && isSound(kiosk, given.get(sound))) {
            sound++;
        }
        var answers = new ArrayList<Map<String, Object>>();
        var taken = tickets.merge(kiosk, given.subList(0, sound));
        for (int i = 0; i < taken.size(); i++) {
            var result = taken.get(i);
            answers.add(
                    answer(
                            given.get(i),
                            language,
                            () -> answer.name(answer.ticket(result).issued())));
        }
        boolean all = answers.stream().noneMatch(one -> one.containsKey("problem"));
        if (all && sound < given.size()) {
            answers.add(
                    answer(
                            given.get(sound),
                            language,
                            () -> {
                                throw Problem.refused(Refusal.JOURNAL_FORKED).asException();
                            }));
        }
        return answers;
    }

    /// Whether it fits what the kiosk has confirmed at its heartbeats; one without a key is left to
    /// the law.
    private boolean isSound(Asker.Device kiosk, Tickets.Given given) {
        var chain = branch.line().hall().devices().get(kiosk.id()).flatMap(Device::chain);
        var entry = given.entry(kiosk.id());
        return chain.isEmpty()
                || entry.isEmpty()
                || heads.fits(kiosk.id(), chain.get(), entry.get());
    }

    private Map<String, Object> answer(
            Tickets.Given given, Language language, Supplier<Map<String, Object>> ticket) {
        var form = new LinkedHashMap<String, Object>();
        form.put("request", given.request().toString());
        try {
            form.putAll(ticket.get());
        } catch (ProblemException e) {
            form.put("problem", problem(e.problem(), language));
        }
        return form;
    }

    private Map<String, Object> problem(Problem problem, Language language) {
        var form = new LinkedHashMap<String, Object>();
        form.put("code", problem.code());
        form.put("detail", texts.sentence(language, problem.key(), problem.values()));
        return form;
    }

    private static Tickets.Given given(Asker.Device kiosk, JsonBody body, int pending) {
        body.only(
                "request",
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
                "unanswered",
                "entry",
                "previous",
                "signature");
        var language = body.text("language");
        if (Language.of(language).isEmpty()) {
            throw Problem.of(ProblemCode.UNKNOWN_LANGUAGE, Map.of("language", language))
                    .asException();
        }
        var how = body.textIfAny("how").map(TicketRoutes::how);
        return new Tickets.Given(
                Requests.read("request", body.text("request"), RequestId::parse),
                Edge.fingerprint("offline", kiosk, body),
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
                TicketRoutes.reason(body, how),
                pending,
                body.textIfAny("unanswered")
                        .map(text -> Requests.read("unanswered", text, RequestId::parse)),
                signed(body));
    }

    private static Optional<Event.Signed> signed(JsonBody body) {
        return body.textIfAny("signature")
                .map(signature ->
                        Requests.read(
                                "signature",
                                signature,
                                text ->
                                        new Event.Signed(
                                                body.number("entry"),
                                                body.text("previous"),
                                                text)));
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
}
