package kz.adalkezek.server.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.screens.ScreenFile;
import kz.adalkezek.screens.Screens;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.PublicFile;

/// Pages by their address, and what they load from `/screens/`. Nothing here depends on who asks:
/// what a page shows it asks for itself.
public final class PageRoutes {

    private static final String ROOT = "/screens/";

    private static final Map<String, String> PAGES =
            Map.of(
                    "/board", "board.html",
                    "/desk", "desk.html",
                    "/t", "phone.html",
                    "/t/{token}", "phone.html");

    private final Screens screens;

    /// As many as there are files of ours.
    private final Map<String, PublicFile> served = new ConcurrentHashMap<>();

    public PageRoutes(Screens screens) {
        this.screens = screens;
    }

    public void register(RoutesConfig routes) {
        PAGES.forEach((address, file) -> routes.get(address, ctx -> answer(ctx, file)));
        routes.get(ROOT + "<path>", ctx -> answer(ctx, ctx.path().substring(ROOT.length())));
    }

    private void answer(Context ctx, String path) {
        var file =
                screens.file(path)
                        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
        served.computeIfAbsent(path, any -> packed(file)).answer(ctx);
    }

    private static PublicFile packed(ScreenFile file) {
        return new PublicFile(file.bytes(), file.type(), file.tag().replace("\"", ""));
    }
}
