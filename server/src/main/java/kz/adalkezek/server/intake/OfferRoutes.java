package kz.adalkezek.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Catalogues;
import kz.adalkezek.server.branch.Schedule;
import kz.adalkezek.server.branch.Waits;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.PublicFile;
import org.jspecify.annotations.Nullable;

/// What may be asked for here, and how the hall stands now. Screens ask for the first when its tag
/// has changed, and for the second as often as they like.
public final class OfferRoutes {

    private static final int OK = 200;
    private static final Code ALWAYS_OPEN = new Code("always-open");

    private final Branch branch;
    private final Catalogues catalogues;
    private final Waits waits;
    private final ObjectNode described;
    private final Schedule schedule;

    /// The offer of one catalogue and one policy, until another takes effect.
    private volatile @Nullable Made made;

    private record Made(String catalogue, String policy, String tag, PublicFile file) {}

    public OfferRoutes(Branch branch, Catalogues catalogues, Waits waits, Premises premises) {
        this.branch = branch;
        this.catalogues = catalogues;
        this.waits = waits;
        this.schedule = premises.schedule();
        described = premises.described();
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/v1/offer", this::offer);
        routes.get("/api/v1/hall", this::hall);
    }

    private void offer(Context ctx) {
        inForce(branch.line()).file().answer(ctx);
    }

    private Made inForce(Line line) {
        var now = branch.now();
        var catalogue = catalogues.inForce(line, now);
        var policy = line.rulebook().policyAt(now);
        if (catalogue.isEmpty() || policy.isEmpty()) {
            throw Problem.of(ProblemCode.NOT_READY).asException();
        }
        var last = made;
        if (last == null
                || !last.catalogue().equals(catalogue.get().hash())
                || !last.policy().equals(policy.get().version())) {
            var offer = Offer.of(described, catalogue.get(), policy.get());
            last =
                    new Made(
                            catalogue.get().hash(),
                            policy.get().version(),
                            offer.tag(),
                            new PublicFile(
                                    offer.text().getBytes(UTF_8), Json.CONTENT_TYPE, offer.tag()));
            made = last;
        }
        return last;
    }

    /// When it opens next, unless its hours run now; and why today is another day.
    private void hours(Line line, Instant now, Map<String, Object> answer) {
        if (line.rulebook().policyAt(now).filter(OfferRoutes::isAlwaysOpen).isPresent()) {
            return;
        }
        schedule.opensAt(now)
                .filter(now::isBefore)
                .ifPresent(opens -> answer.put("opensAt", local(opens)));
        schedule.special(now).ifPresent(day -> answer.put("today", day.name()));
    }

    private static boolean isAlwaysOpen(Policy policy) {
        return policy.schedule().equals(ALWAYS_OPEN);
    }

    private String local(Instant instant) {
        return OffsetDateTime.ofInstant(instant, schedule.zone()).toString();
    }

    private void hall(Context ctx) {
        var line = branch.line();
        var now = branch.now();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("size", line.size());
        answer.put("open", line.day() instanceof Line.Day.Open);
        answer.put("offer", inForce(line).tag());
        answer.put("now", local(now));
        hours(line, now, answer);
        answer.put("waiting", line.people().waitingCount());
        var groups = new LinkedHashMap<String, Object>();
        catalogues
                .inForce(line, now)
                .ifPresent(catalogue -> {
                    for (var group : catalogue.groups().keySet()) {
                        groups.put(
                                group.value(),
                                Map.of(
                                        "desks", line.hall().serving(group),
                                        "waiting", line.people().waiting(group),
                                        "wait", Edge.wait(waits.expected(group))));
                    }
                });
        answer.put("groups", groups);
        var kept = waits.kept();
        answer.put(
                "told",
                Map.of(
                        "waits", kept.waits(),
                        "withinP50", kept.withinP50(),
                        "withinP90", kept.withinP90(),
                        "inside", kept.inside()));
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, OK, answer);
    }
}
