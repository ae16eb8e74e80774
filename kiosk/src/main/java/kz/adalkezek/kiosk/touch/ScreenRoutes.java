package kz.adalkezek.kiosk.touch;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import kz.adalkezek.screens.Screens;

/// The touch page and the files that pages are made of.
final class ScreenRoutes {

    private static final String ROOT = "/screens/";
    private static final int NOT_MODIFIED = 304;

    private final Screens screens;

    ScreenRoutes(Screens screens) {
        this.screens = screens;
    }

    void register(RoutesConfig routes) {
        routes.get("/", ctx -> answer(ctx, "kiosk.html"));
        routes.get(ROOT + "<path>", ctx -> answer(ctx, ctx.path().substring(ROOT.length())));
    }

    /// Asked for again each time, so that a new version is seen at once.
    void answer(Context ctx, String path) {
        var file =
                screens.file(path)
                        .orElseThrow(() -> new TouchProblemException(TouchProblem.NOT_FOUND));
        ctx.header("Cache-Control", "no-cache").header("ETag", file.tag());
        if (file.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(NOT_MODIFIED);
        } else {
            ctx.contentType(file.type()).result(file.bytes());
        }
    }
}
