package kz.adalkezek.server.visitor;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Slot;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// What the holder of a ticket sees and asks. The token is the only key; no number leads to it.
public final class VisitRoutes {

    private final Branch branch;
    private final Tickets tickets;
    private final VisitView view;

    public VisitRoutes(Branch branch, Tickets tickets, VisitView view) {
        this.branch = branch;
        this.tickets = tickets;
        this.view = view;
    }

    public void register(RoutesConfig routes) {
        routes.put("/api/v1/visits/{token}/{request}", this::act);
        routes.get("/api/v1/visits/{token}", ctx -> answer(ctx, visit(ctx)));
        routes.get("/api/v1/visits/{token}/proof", this::proof);
        routes.get("/api/v1/visits/{token}/why", this::why);
        routes.get("/api/v1/line", this::line);
    }

    private void act(Context ctx) {
        var visit = visit(ctx);
        var request = Edge.request(ctx, "request");
        var body = JsonBody.of(ctx);
        var action = body.text("action");
        var command = command(request, visit, action, body);
        var fingerprint = Edge.fingerprint("visits/" + visit.index(), Asker.ITSELF, body);
        Edge.decided(branch.submit(Ask.of(Asker.ITSELF, fingerprint, command)));
        answer(ctx, visit);
    }

    private static Function<Actor, Command> command(
            RequestId request, VisitId visit, String action, JsonBody body) {
        return switch (action) {
            case "leave" -> {
                body.only("action");
                yield by -> new Command.LeaveVisit(request, by, visit);
            }
            case "more-time" -> {
                body.only("action");
                yield _ -> new Command.StepAside(request, visit);
            }
            case "return" -> {
                body.only("action");
                yield _ -> new Command.ComeBack(request, visit);
            }
            case "on-my-way" -> {
                body.only("action");
                yield _ -> new Command.SayComing(request, visit);
            }
            case "rate" -> {
                long stars = body.only("action", "stars").number("stars");
                if (stars < 1 || stars > Event.STARS_MAX) {
                    throw JsonBody.wrong("stars");
                }
                yield _ -> new Command.Rate(request, visit, (int) stars);
            }
            default ->
                    throw Problem.of(ProblemCode.UNKNOWN_ACTION, Map.of("action", action))
                            .asException();
        };
    }

    private void answer(Context ctx, VisitId visit) {
        Json.answer(ctx, 200, view.of(visit));
    }

    private void proof(Context ctx) {
        ctx.contentType("text/plain; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(tickets.proof(visit(ctx)));
    }

    /// Each call that overtook this visit, with its reason; never the ground of another.
    private void why(Context ctx) {
        var visit = branch.line().people().visit(visit(ctx));
        var calls = new ArrayList<Map<String, Object>>();
        for (var overtake : visit.map(Visit::overtakes).orElse(List.of())) {
            calls.add(overtake(overtake));
        }
        Json.answer(ctx, 200, Map.of("overtakes", calls));
    }

    private Map<String, Object> overtake(Visit.Overtake overtake) {
        var entry = tickets.entry(overtake.call());
        var why = new LinkedHashMap<String, Object>();
        why.put("index", overtake.call());
        why.put("at", view.time(entry.at()));
        if (entry.event() instanceof Event.CallMade call) {
            why.put("rule", call.rule().name().toLowerCase(java.util.Locale.ROOT));
            branch.line()
                    .people()
                    .visit(call.visit())
                    .ifPresent(other -> {
                        why.put("number", other.number().toString());
                        why.put("reason", reason(call, other));
                        bookedBy(call, other)
                                .ifPresent(slot -> why.put("slot", view.time(slot.at())));
                    });
        }
        if (entry.event() instanceof Event.ServiceDirect direct) {
            why.put("rule", "override");
            why.put("reason", direct.reason().value());
        }
        return why;
    }

    /// In one word: by a booking, by a published credit, by the limit, by an override's code, or
    /// because the ticket was in the citizen's hands only later.
    private static String reason(Event.CallMade call, Visit other) {
        return switch (call.rule()) {
            case OVERRIDE -> call.reason().value();
            case LIMIT -> "limit";
            case ORDER -> bookedBy(call, other).isPresent() ? "booking" : byCredit(other);
        };
    }

    private static String byCredit(Visit other) {
        return other.credit() > 0 ? "credit" : "order";
    }

    /// The slot that has given the other the fair time by which the call was made.
    private static Optional<Slot> bookedBy(Event.CallMade call, Visit other) {
        return call.rule() == Event.Rule.ORDER
                ? other.keptSlot().filter(slot -> slot.fair().equals(other.fair()))
                : Optional.empty();
    }

    private void line(Context ctx) {
        var line = branch.lineNow();
        var waiting = new ArrayList<Map<String, Object>>();
        var parked = new ArrayList<Map<String, Object>>();
        for (var pair : line.people().visits()) {
            var visit = pair.value();
            if (visit.stage() instanceof Visit.Stage.Waiting(var since)) {
                var one = new LinkedHashMap<String, Object>();
                one.put("number", visit.number().toString());
                one.put("visit", visit.id().index());
                one.put("group", visit.group().value());
                one.put("arrival", view.time(visit.arrival()));
                one.put("fair", view.time(visit.fair()));
                one.put("since", view.time(since));
                one.put("ahead", line.people().ahead(visit));
                waiting.add(one);
            }
            if (visit.stage() instanceof Visit.Stage.Parked(var until)) {
                var one = new LinkedHashMap<String, Object>();
                one.put("number", visit.number().toString());
                one.put("visit", visit.id().index());
                one.put("group", visit.group().value());
                until.ifPresent(back -> one.put("until", view.time(back)));
                parked.add(one);
            }
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("size", line.size());
        answer.put("reserved", line.people().reserved().size());
        answer.put("waiting", waiting);
        answer.put("parked", parked);
        Json.answer(ctx, 200, answer);
    }

    private VisitId visit(Context ctx) {
        return branch.openings()
                .visit(ctx.pathParam("token"))
                .orElseThrow(() -> Problem.of(ProblemCode.TOKEN_UNKNOWN).asException());
    }
}
