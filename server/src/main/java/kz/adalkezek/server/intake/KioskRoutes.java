package kz.adalkezek.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Chain;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Device;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Part;
import kz.adalkezek.queue.Refusal;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Rounds;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.staff.Throttle;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// What a kiosk tells of itself: how its parts are, and every few seconds that it is there and how
/// far its own journal goes.
public final class KioskRoutes {

    private static final int OK = 200;
    private static final long ENTRIES_MAX = 1L << 50;
    private static final int HEAD_CHARS = 43;

    private final Branch branch;
    private final Rounds rounds;
    private final Heads heads;
    private final Door door;
    private final Pace pace = new Pace();

    public KioskRoutes(Branch branch, Rounds rounds, Heads heads, Door door) {
        this.branch = branch;
        this.rounds = rounds;
        this.heads = heads;
        this.door = door;
    }

    public void register(RoutesConfig routes) {
        routes.post("/api/v1/kiosks/heartbeat", this::beat);
        routes.put("/api/v1/kiosks/{kiosk}/{request}", this::state);
    }

    private void state(Context ctx) {
        var kiosk = door.kiosk(ctx);
        if (!kiosk.id().equals(ctx.pathParam("kiosk"))) {
            throw Problem.of(ProblemCode.OTHER_KIOSK).asException();
        }
        var request = Edge.request(ctx, "request");
        var body = JsonBody.of(ctx).only("part", "state", "printed");
        var part = choice(Part.class, "part", body);
        var condition = choice(Part.Condition.class, "state", body);
        var printed = printed(body);
        if (!part.has(condition)) {
            throw JsonBody.wrong("state");
        }
        if (printed.isPresent() && part != Part.PRINTER) {
            throw JsonBody.wrong("printed");
        }
        var asker = Edge.asker(kiosk);
        var id = new DeviceId(kiosk.id());
        var wait = pace.wait(id, branch.now());
        if (wait.isPositive()) {
            throw Throttle.later(wait);
        }
        Edge.decided(
                branch.submit(
                        Ask.of(
                                asker,
                                Edge.fingerprint("kiosks", asker, body),
                                by ->
                                        new Command.StatePart(
                                                request, by, id, part, condition, printed))));
        Json.answer(ctx, OK, body.members());
    }

    private static OptionalLong printed(JsonBody body) {
        var printed = body.numberIfAny("printed");
        if (printed.isEmpty()) {
            return OptionalLong.empty();
        }
        if (printed.get() < 0 || printed.get() > Part.PRINTED_MAX) {
            throw JsonBody.wrong("printed");
        }
        return OptionalLong.of(printed.get());
    }

    /// One of the words, in lower case with hyphens.
    private static <E extends Enum<E>> E choice(Class<E> type, String name, JsonBody body) {
        var word = body.text(name);
        for (var one : type.getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return one;
            }
        }
        throw JsonBody.wrong(name);
    }

    private void beat(Context ctx) throws SQLException {
        var kiosk = new DeviceId(door.kiosk(ctx).id());
        var body = JsonBody.of(ctx).only("now", "entries", "head", "signature");
        var told = body.instant("now");
        long entries = body.number("entries");
        var head = body.text("head");
        if (entries < 0 || entries > ENTRIES_MAX) {
            throw JsonBody.wrong("entries");
        }
        if (head.length() != HEAD_CHARS) {
            throw JsonBody.wrong("head");
        }
        var chain = chain(kiosk);
        if (chain.isPresent()) {
            requireSigned(kiosk, chain.get(), told, entries, head, body.text("signature"));
            if (!heads.confirm(kiosk, chain.get(), entries, head, branch.now())) {
                tell(kiosk, Part.Condition.FAULT);
                throw Problem.of(ProblemCode.CHAIN_FORKED).asException();
            }
        }
        rounds.heard(kiosk);
        Json.answer(ctx, OK, answer());
    }

    private Map<String, Object> answer() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("now", branch.local(branch.now()).toString());
        answer.put("size", branch.line().size());
        return answer;
    }

    private Optional<Chain> chain(DeviceId kiosk) {
        return branch.line().hall().devices().get(kiosk).flatMap(Device::chain);
    }

    private static void requireSigned(
            DeviceId kiosk,
            Chain chain,
            Instant told,
            long entries,
            String head,
            String signature) {
        var message =
                "adal-kezek.kz/kiosk-heartbeat\n%s\n%d\n%d\n%s\n"
                        .formatted(kiosk.value(), told.toEpochMilli(), entries, head);
        if (!chain.key().signed(message.getBytes(UTF_8), signature)) {
            throw Problem.refused(Refusal.SIGNATURE_WRONG).asException();
        }
    }

    /// Whoever holds the token may be a copy: what the branch has seen stands in the log.
    private void tell(DeviceId kiosk, Part.Condition condition) {
        Edge.decided(
                branch.submit(
                        Ask.itself(
                                new Command.StatePart(
                                        new RequestId(UUID.randomUUID()),
                                        Actor.BRANCH,
                                        kiosk,
                                        Part.JOURNAL,
                                        condition,
                                        OptionalLong.empty()))));
    }
}
