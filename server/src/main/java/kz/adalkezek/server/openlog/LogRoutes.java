package kz.adalkezek.server.openlog;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.log.VerifierKey;
import kz.adalkezek.server.branch.Catalogues;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// The log as everybody may copy it: C2SP tlog-tiles with a signed checkpoint. Nothing here needs a
/// token, and nothing is shown that the newest checkpoint does not cover.
public final class LogRoutes {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BYTES = "application/octet-stream";
    private static final String NEWEST = "public, max-age=1";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ROOT = "/log/";

    private final Journal journal;
    private final VerifierKey key;
    private final Catalogues catalogues;

    public LogRoutes(Journal journal, VerifierKey key, Catalogues catalogues) {
        this.journal = journal;
        this.key = key;
        this.catalogues = catalogues;
    }

    public void register(RoutesConfig routes) {
        // A verifier's page is hosted by somebody else, and must be able to read the log from
        // there.
        routes.before(ROOT + "*", ctx -> ctx.header("Access-Control-Allow-Origin", "*"));
        routes.get(ROOT + "checkpoint", this::checkpoint);
        routes.get(ROOT + "vkey", this::vkey);
        routes.get(ROOT + "catalogue/{hash}", this::catalogue);
        routes.get(ROOT + "tile/<path>", this::tile);
    }

    private void checkpoint(Context ctx) {
        var published =
                journal.published()
                        .orElseThrow(() -> Problem.of(ProblemCode.NOT_READY).asException());
        ctx.contentType(TEXT).header("Cache-Control", NEWEST).result(published.note());
    }

    private void vkey(Context ctx) {
        ctx.contentType(TEXT).header("Cache-Control", NEWEST).result(key.format() + "\n");
    }

    private void catalogue(Context ctx) {
        var catalogue =
                catalogues
                        .byHash(ctx.pathParam("hash"))
                        .orElseThrow(() -> Problem.of(ProblemCode.CATALOGUE_UNKNOWN).asException());
        ctx.contentType("application/json")
                .header("Cache-Control", FOREVER)
                .result(catalogue.text());
    }

    private void tile(Context ctx) {
        var bytes =
                TilePath.parse(ctx.path().substring(ROOT.length()))
                        .flatMap(journal::file)
                        .orElseThrow(() -> Problem.of(ProblemCode.TILE_UNKNOWN).asException());
        ctx.contentType(BYTES).header("Cache-Control", FOREVER).result(bytes);
    }
}
