package kz.adalkezek.server.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Tickets;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// What a kiosk needs for hours without the branch: numbers beforehand.
public final class OfflineRoutes {

    private static final int OK = 200;

    private final Branch branch;
    private final Tickets tickets;
    private final Door door;

    public OfflineRoutes(Branch branch, Tickets tickets, Door door) {
        this.branch = branch;
        this.tickets = tickets;
        this.door = door;
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/v1/leases", this::held);
        routes.put("/api/v1/leases/{request}", this::lease);
        routes.put("/api/v1/leases/{request}/released", this::release);
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

    private static DeviceId kiosk(Asker asker) {
        if (asker.someActor() instanceof Actor.Device(var id)) {
            return id;
        }
        throw new IllegalStateException("the door let in what is no device");
    }
}
