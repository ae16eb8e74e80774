package kz.adalkezek.server.manager;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Catalogues;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Devices;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.Requests;

/// Opens and closes days, publishes rules, pairs devices.
public final class ManagerRoutes {

    /// A catalogue with the documents and fees of some hundred services.
    public static final int BODY_MAX_BYTES = 1 << 20;

    private static final int OK = 200;

    private final Branch branch;
    private final Catalogues catalogues;
    private final Devices devices;
    private final Door door;
    private final Map<DeskId, Code> halls;

    /// @param halls the hall in which each counter stands
    public ManagerRoutes(
            Branch branch,
            Catalogues catalogues,
            Devices devices,
            Door door,
            Map<DeskId, Code> halls) {
        this.branch = branch;
        this.catalogues = catalogues;
        this.devices = devices;
        this.door = door;
        this.halls = Map.copyOf(halls);
    }

    public void register(RoutesConfig routes) {
        routes.put("/api/v1/branch/{request}", this::act);
    }

    private void act(Context ctx) throws SQLException {
        var asker = Edge.asker(door.manager(ctx));
        var request = Edge.request(ctx, "request");
        var body = JsonBody.of(ctx, BODY_MAX_BYTES);
        var action = body.text("action");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("action", action);
        switch (action) {
            case "open-day" -> {
                body.only("action");
                var today = branch.today();
                submit(asker, body, by -> new Command.OpenDay(request, by, today, halls));
            }
            case "close-day" -> {
                body.only("action");
                submit(asker, body, by -> new Command.CloseDay(request, by, Opened.NONE));
            }
            case "publish-policy" -> publishPolicy(asker, request, body);
            case "publish-catalogue" -> publishCatalogue(asker, request, body);
            case "pair-device" -> answer.putAll(pair(asker, request, body));
            case "revoke-device" ->
                    throw Problem.of(ProblemCode.NOT_YET, Map.of("action", action)).asException();
            default ->
                    throw Problem.of(ProblemCode.UNKNOWN_ACTION, Map.of("action", action))
                            .asException();
        }
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, OK, answer);
    }

    private void publishPolicy(Asker asker, RequestId request, JsonBody body) {
        var policy = Publications.policy(body.only("action", "policy", "from"));
        var from = Publications.from(body);
        submit(asker, body, by -> new Command.PublishPolicy(request, by, from, policy));
    }

    /// The text lies beside the log before the log names it.
    private void publishCatalogue(Asker asker, RequestId request, JsonBody body) {
        var catalogue = Publications.catalogue(body.only("action", "catalogue", "from"));
        var from = Publications.from(body);
        catalogues.add(catalogue);
        submit(
                asker,
                body,
                by ->
                        new Command.PublishCatalogue(
                                request,
                                by,
                                from,
                                catalogue.version(),
                                catalogue.hash(),
                                catalogue.letters()));
    }

    /// The token is shown this once. A retry, whose first answer was lost, gives a new one in its
    /// place.
    private Map<String, Object> pair(Asker asker, RequestId request, JsonBody body)
            throws SQLException {
        body.only("action", "device", "kind", "hall");
        var device = Requests.read("device", body.text("device"), DeviceId::new);
        var hall = Requests.read("hall", body.text("hall"), Code::new);
        if (hall.isNone()) {
            throw JsonBody.wrong("hall");
        }
        var kind = kind(body.text("kind"));
        var logged = kind == Kind.KIOSK ? DeviceKind.KIOSK : DeviceKind.BOARD;
        submit(asker, body, by -> new Command.EnrolDevice(request, by, device, logged, hall));
        var token = devices.pair(new Device(device.value(), kind));
        return Map.of("id", device.value(), "token", token.value());
    }

    private void submit(Asker asker, JsonBody body, Function<Actor, Command> command) {
        var fingerprint = Edge.fingerprint("branch", asker, body);
        Edge.decided(branch.submit(Ask.of(asker, fingerprint, command)));
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "kiosk" -> Kind.KIOSK;
            case "board" -> Kind.BOARD;
            default -> throw JsonBody.wrong("kind");
        };
    }
}
