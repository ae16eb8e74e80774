package kz.adalkezek.server.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.log.DeviceKey;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.Refusal;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Fingerprint;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Devices;
import kz.adalkezek.server.staff.Identity;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.PairingCodes;
import kz.adalkezek.server.staff.PairingCodes.Found;
import kz.adalkezek.server.staff.Throttle;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.Requests;

/// A device that stands in the hall shows the code that somebody has typed there, and its own key;
/// it is one of the branch from then on.
public final class PairingRoutes {

    private static final int CREATED = 201;
    private static final int CODE_MAX_CHARS = 20;

    private final Branch branch;
    private final Devices devices;
    private final PairingCodes codes;
    private final VerifierKey log;

    /// @param log the key of the branch's log, which the device pins
    public PairingRoutes(Branch branch, Devices devices, PairingCodes codes, VerifierKey log) {
        this.branch = branch;
        this.devices = devices;
        this.codes = codes;
        this.log = log;
    }

    public void register(RoutesConfig routes) {
        routes.post("/api/v1/pairings", this::pair);
    }

    private void pair(Context ctx) throws SQLException {
        var body = JsonBody.of(ctx).only("code", "key");
        var code = body.text("code");
        if (code.length() > CODE_MAX_CHARS) {
            throw JsonBody.wrong("code");
        }
        var key = Requests.read("key", body.text("key"), DeviceKey::new);
        switch (codes.use(code, key.text(), ctx.ip())) {
            case Found.Known(var ticket) -> {
                ctx.header(Header.CACHE_CONTROL, "no-store");
                Json.answer(ctx, CREATED, enrolled(ticket, key));
            }
            case Found.Unknown _ ->
                    throw Problem.of(ProblemCode.UNKNOWN_PAIRING_CODE).asException();
            case Found.Later(var wait) -> throw Throttle.later(wait);
        }
    }

    private Map<String, Object> enrolled(PairingCodes.Ticket ticket, DeviceKey key)
            throws SQLException {
        var device = ticket.device();
        var kind = device.kind() == Kind.KIOSK ? DeviceKind.KIOSK : DeviceKind.BOARD;
        var request = new RequestId(ticket.request());
        var outcome =
                branch.submit(
                        Ask.of(
                                Edge.asker(ticket.by()),
                                Fingerprint.of("pairings", device.id(), Map.of("key", key.text())),
                                by ->
                                        new Command.EnrolDevice(
                                                request,
                                                by,
                                                new DeviceId(device.id()),
                                                kind,
                                                new Code(ticket.hall()),
                                                Optional.of(key))));
        Edge.decided(outcome);
        if (!branch.line().hall().devices().has(new DeviceId(device.id()))) {
            // A retry of a pairing that was taken back since.
            throw Problem.refused(Refusal.DEVICE_UNKNOWN).asException();
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", device.id());
        answer.put("kind", Identity.word(device.kind()));
        answer.put("hall", ticket.hall());
        answer.put("token", devices.pair(device).value());
        answer.put("vkey", log.format());
        return answer;
    }
}
