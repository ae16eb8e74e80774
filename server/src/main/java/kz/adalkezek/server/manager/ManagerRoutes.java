package kz.adalkezek.server.manager;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kz.adalkezek.log.DeviceKey;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.BookingId;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Opened;
import kz.adalkezek.queue.Refusal;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.branch.Catalogues;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Devices;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.Identity.Person;
import kz.adalkezek.server.staff.PairingCodes;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.Requests;

/// Opens and closes days, publishes rules, books slots, pairs devices.
public final class ManagerRoutes {

    /// A catalogue with the documents and fees of some hundred services.
    public static final int BODY_MAX_BYTES = 1 << 20;

    /// What is booked has to be carried from day to day until then.
    public static final Duration BOOKED_AHEAD_MAX = Duration.ofDays(100);

    private static final int OK = 200;

    private final Branch branch;
    private final Catalogues catalogues;
    private final Devices devices;
    private final PairingCodes codes;
    private final Door door;
    private final Map<DeskId, Code> halls;
    private final Set<GroupCode> called;

    /// @param halls the hall in which each counter stands
    /// @param called the groups that some counter calls
    public ManagerRoutes(
            Branch branch,
            Catalogues catalogues,
            Devices devices,
            PairingCodes codes,
            Door door,
            Map<DeskId, Code> halls,
            Set<GroupCode> called) {
        this.branch = branch;
        this.catalogues = catalogues;
        this.devices = devices;
        this.codes = codes;
        this.door = door;
        this.halls = Map.copyOf(halls);
        this.called = Set.copyOf(called);
    }

    public void register(RoutesConfig routes) {
        routes.put("/api/v1/branch/{request}", this::act);
    }

    private void act(Context ctx) throws SQLException {
        var person = door.manager(ctx);
        var asker = Edge.asker(person);
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
            case "pairing-code" -> answer.putAll(code(person, request, body));
            case "book" -> answer.putAll(book(asker, request, body));
            case "dispute-clock" -> dispute(asker, request, body);
            case "revoke-device" -> revoke(asker, request, body);
            case "release-numbers" -> {
                body.only("action", "device", "letter", "from", "to", "day");
                var device = Requests.read("device", body.text("device"), DeviceId::new);
                var block = Edge.block(body);
                submit(asker, body, by -> new Command.ReleaseNumbers(request, by, device, block));
            }
            case "declare-gap" -> {
                body.only("action", "device", "last");
                var device = Requests.read("device", body.text("device"), DeviceId::new);
                int last = body.number("last", 1, Integer.MAX_VALUE);
                submit(asker, body, by -> new Command.DeclareGap(request, by, device, last));
            }
            default ->
                    throw Problem.of(ProblemCode.UNKNOWN_ACTION, Map.of("action", action))
                            .asException();
        }
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, OK, answer);
    }

    private void publishPolicy(Asker asker, RequestId request, JsonBody body) {
        var policy = Publications.policy(body.only("action", "policy", "from"), services());
        var from = Publications.from(body);
        submit(asker, body, by -> new Command.PublishPolicy(request, by, from, policy));
    }

    /// Of every catalogue that is in force or will be.
    private Set<String> services() {
        var services = new HashSet<String>();
        for (var published : branch.line().rulebook().catalogues()) {
            catalogues
                    .byHash(published.hash())
                    .ifPresent(known -> services.addAll(known.services().keySet()));
        }
        return services;
    }

    /// The text lies beside the log before the log names it.
    private void publishCatalogue(Asker asker, RequestId request, JsonBody body) {
        var catalogue = Publications.catalogue(body.only("action", "catalogue", "from"), called);
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
        body.only("action", "device", "kind", "hall", "key");
        var device = Requests.read("device", body.text("device"), DeviceId::new);
        var hall = hall(body);
        var kind = kind(body.text("kind"));
        var key = body.textIfAny("key").map(text -> Requests.read("key", text, DeviceKey::new));
        var logged = kind == Kind.KIOSK ? DeviceKind.KIOSK : DeviceKind.BOARD;
        submit(asker, body, by -> new Command.EnrolDevice(request, by, device, logged, hall, key));
        if (!isOfTheBranch(device)) {
            // A retry of a pairing that was taken back since.
            throw Problem.refused(Refusal.DEVICE_UNKNOWN).asException();
        }
        var token = devices.pair(new Device(device.value(), kind));
        return Map.of("id", device.value(), "token", token.value());
    }

    /// For whoever stands at the device; the device is enrolled when it shows the code.
    private Map<String, Object> code(Person by, RequestId request, JsonBody body) {
        body.only("action", "device", "kind", "hall");
        var device = Requests.read("device", body.text("device"), DeviceId::new);
        var hall = hall(body);
        var kind = kind(body.text("kind"));
        if (isOfTheBranch(device)) {
            throw Problem.refused(Refusal.DEVICE_KNOWN).asException();
        }
        var code = codes.make(new Device(device.value(), kind), hall.value(), by, request.value());
        var until = branch.local(branch.now().plus(PairingCodes.VALID));
        return Map.of("id", device.value(), "code", code, "until", until.toString());
    }

    private static Code hall(JsonBody body) {
        var hall = Requests.read("hall", body.text("hall"), Code::new);
        if (hall.isNone()) {
            throw JsonBody.wrong("hall");
        }
        return hall;
    }

    /// Also of a visit that is over: the head looks at the clocks in the evening.
    private void dispute(Asker asker, RequestId request, JsonBody body) {
        body.only("action", "number", "reason");
        var number = Requests.read("number", body.text("number"), TicketNumber::parse);
        var reason = Requests.read("reason", body.textIfAny("reason").orElse(""), Code::new);
        var whom = new Command.Whom.ByNumber(number);
        submit(asker, body, by -> new Command.DisputeClock(request, by, whom, reason));
    }

    /// A retry after the device was paired anew leaves its new token.
    private void revoke(Asker asker, RequestId request, JsonBody body) throws SQLException {
        body.only("action", "device");
        var device = Requests.read("device", body.text("device"), DeviceId::new);
        submit(asker, body, by -> new Command.RevokeDevice(request, by, device));
        if (!isOfTheBranch(device)) {
            devices.unpair(device.value());
        }
    }

    private boolean isOfTheBranch(DeviceId device) {
        return branch.line().hall().devices().has(device);
    }

    /// The code goes to whoever will come, and nowhere else. A retry answers it again.
    private Map<String, Object> book(Asker asker, RequestId request, JsonBody body) {
        body.only("action", "service", "slot");
        var slot = slot(body.text("slot"));
        var service = service(body.text("service"));
        var reservation = branch.openings().newReservation(service.code());
        var commitment = reservation.commitment();
        var day = branch.local(slot).toLocalDate();
        var ask =
                Ask.of(
                        asker,
                        Edge.fingerprint("branch", asker, body),
                        reservation,
                        by ->
                                new Command.Book(
                                        request, by, slot, day, service.group(), commitment));
        var booking = booking(Edge.decided(branch.submit(ask)));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("booking", booking.index());
        answer.put("slot", branch.local(slot).toString());
        branch.openings()
                .reservations()
                .of(booking)
                .ifPresent(known -> answer.put("code", known.reservation().shown()));
        return answer;
    }

    private static BookingId booking(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(var entries) -> new BookingId(entries.getFirst().index());
            case Decision.Repeated(var index) -> new BookingId(index);
            case Decision.Nothing _, Decision.Refused _ ->
                    throw new IllegalStateException("no booking and no refusal: " + decision);
        };
    }

    private Catalogue.Service service(String code) {
        return catalogues
                .inForce(branch.line(), branch.now())
                .flatMap(catalogue -> catalogue.service(code))
                .orElseThrow(() ->
                        Problem.of(ProblemCode.UNKNOWN_SERVICE, Map.of("service", code))
                                .asException());
    }

    /// A whole minute of the next months.
    private Instant slot(String text) {
        try {
            var slot = OffsetDateTime.parse(text).toInstant();
            if (slot.equals(slot.truncatedTo(ChronoUnit.MINUTES))
                    && slot.isBefore(branch.now().plus(BOOKED_AHEAD_MAX))) {
                return slot;
            }
        } catch (DateTimeException e) {
            throw JsonBody.wrong("slot");
        }
        throw JsonBody.wrong("slot");
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
