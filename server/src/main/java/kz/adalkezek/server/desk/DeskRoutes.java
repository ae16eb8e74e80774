package kz.adalkezek.server.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.Line;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Catalogues;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.staff.Identity;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import org.jspecify.annotations.Nullable;

/// What an operator asks at a counter: one action a request, answered with how the desk stands
/// then.
public final class DeskRoutes {

    private final Branch branch;
    private final Door door;
    private final DeskActions actions;
    private final DeskRecords records;
    private final OwnDesk ownDesk;

    /// @param groups the counters' own groups, for a desk that opens without naming any
    public DeskRoutes(
            Branch branch,
            Tickets tickets,
            Catalogues catalogues,
            Door door,
            ZoneId zone,
            Map<DeskId, DeskGroups> groups) {
        this.branch = branch;
        this.door = door;
        this.actions = new DeskActions(groups);
        this.records = new DeskRecords(branch, catalogues);
        this.ownDesk = new OwnDesk(branch, tickets, zone);
    }

    public void register(RoutesConfig routes) {
        routes.put("/api/v1/desks/{counter}/{request}", this::act);
        routes.get("/api/v1/desks/own", this::seat);
        routes.get("/api/v1/desks/{counter}", this::own);
        routes.get("/api/v1/desks", this::all);
    }

    private void act(Context ctx) {
        var person = door.person(ctx);
        var desk = counter(ctx);
        var request = Edge.request(ctx, "request");
        var body = JsonBody.of(ctx);
        var asker = Edge.asker(person);
        var fingerprint = Edge.fingerprint("desks/" + desk, asker, body);
        var ask =
                DeskRecords.has(body.text("action"))
                        ? records.ask(asker, fingerprint, request, desk, body)
                        : Ask.of(asker, fingerprint, actions.command(request, desk, body));
        Edge.decided(branch.submit(ask));
        answer(ctx, desk, body.text("action").equals("call-next"));
    }

    private void own(Context ctx) {
        var person = door.person(ctx);
        var desk = counter(ctx);
        var holder = branch.line().hall().desks().get(desk);
        if (holder.isPresent() && !isHeldBy(holder.get(), person)) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
        answer(ctx, desk, false);
    }

    private boolean isHeldBy(Desk desk, Identity.Person person) {
        return branch.line().day() instanceof Line.Day.Open(var date)
                && branch.openings().isNamed(date, person.account(), desk.by());
    }

    private void answer(Context ctx, DeskId desk, boolean ready) {
        var line = branch.line();
        var state = DeskState.of(line, desk, branch.wishes().of(desk), ready);
        ownDesk.describe(state, line, desk);
        Json.answer(ctx, 200, state);
    }

    /// Who asks, and at which counter this person sits: a page that was loaded again knows neither.
    private void seat(Context ctx) {
        var person = door.person(ctx);
        var seat = new LinkedHashMap<String, @Nullable Object>();
        seat.put("operator", person.account());
        seat.put("counter", null);
        for (var pair : branch.line().hall().desks()) {
            if (isHeldBy(pair.value(), person)) {
                seat.put("counter", pair.key().counter());
            }
        }
        Json.answer(ctx, 200, seat);
    }

    private void all(Context ctx) {
        var line = branch.line();
        var desks = new ArrayList<Map<String, Object>>();
        for (var pair : line.hall().counters()) {
            desks.add(DeskState.of(line, pair.key(), branch.wishes().of(pair.key()), false));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("size", line.size());
        answer.put("desks", desks);
        Json.answer(ctx, 200, answer);
    }

    private static DeskId counter(Context ctx) {
        try {
            return new DeskId(Integer.parseInt(ctx.pathParam("counter")));
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong("counter");
        }
    }
}
