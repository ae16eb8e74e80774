package kz.adalkezek.server.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import kz.adalkezek.screens.Screens;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// Pages by their address, and what they load from `/screens/`. Nothing here depends on who asks:
/// what a page shows it asks for itself.
public final class PageRoutes {

    private static final String ROOT = "/screens/";
    private static final int NOT_MODIFIED = 304;

    private static final Map<String, String> PAGES =
            Map.of(
                    "/board", "board.html",
                    "/desk", "desk.html",
                    "/t", "phone.html",
                    "/t/{token}", "phone.html");

    private final Screens screens;

    public PageRoutes(Screens screens) {
        this.screens = screens;
    }

    public void register(RoutesConfig routes) {
        PAGES.forEach((address, file) -> routes.get(address, ctx -> answer(ctx, file)));
        routes.get(ROOT + "<path>", ctx -> answer(ctx, ctx.path().substring(ROOT.length())));
    }

    /// Asked for again each time, so that a new version is seen at once; unchanged, it costs a
    /// header.
    private void answer(Context ctx, String path) {
        var file =
                screens.file(path)
                        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
        ctx.header("Cache-Control", "no-cache").header("ETag", file.tag());
        if (file.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(NOT_MODIFIED);
        } else {
            ctx.contentType(file.type()).result(file.bytes());
        }
    }
}
