package kz.adalkezek.server.health;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kz.adalkezek.queue.Line;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// Liveness, readiness, counters, and the description of the API.
public final class HealthRoutes {

    private static final String DESCRIPTION = "/openapi.json";
    private static final int OK = 200;

    private final Branch branch;
    private final Journal journal;
    private final Metrics metrics;
    private final byte[] description;

    public HealthRoutes(Branch branch, Journal journal) throws IOException {
        this.branch = branch;
        this.journal = journal;
        this.metrics = new Metrics(branch, journal);
        this.description = description();
    }

    public void register(RoutesConfig routes) {
        routes.get("/healthz", ctx -> Json.answer(ctx, OK, Map.of("alive", true)));
        routes.get("/readyz", this::ready);
        routes.get(DESCRIPTION, ctx -> ctx.contentType(Json.CONTENT_TYPE).result(description));
        metrics.register(routes);
    }

    /// Ready once there is a signed log to answer from. That a day is open, or that the older log
    /// has been read through, is told and not required.
    private void ready(Context ctx) {
        var published = journal.published();
        if (published.isEmpty()) {
            throw Problem.of(ProblemCode.NOT_READY).asException();
        }
        var ready = new LinkedHashMap<String, Object>();
        ready.put("ready", true);
        ready.put("size", published.get().size());
        ready.put("dayOpen", branch.line().day() instanceof Line.Day.Open);
        ready.put("fullyRead", journal.isFullyRead());
        ready.put("space", branch.space().name().toLowerCase(Locale.ROOT));
        Json.answer(ctx, OK, ready);
    }

    private static byte[] description() throws IOException {
        try (var file = HealthRoutes.class.getResourceAsStream(DESCRIPTION)) {
            if (file == null) {
                throw new IllegalStateException("the program has no file " + DESCRIPTION);
            }
            return file.readAllBytes();
        }
    }
}
