package kz.adalkezek.kiosk.touch;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.Set;
import kz.adalkezek.screens.PageHeaders;
import org.jspecify.annotations.Nullable;

/// Lets in only what a page of this kiosk, opened on this machine, can send. The port is open to
/// every program and every web page on the machine: a strange name that leads here, or a strange
/// page that writes here, must not take tickets.
final class Guard {

    /// Path and query together.
    static final int ADDRESS_MAX_CHARS = 2_048;

    /// Names and values of all header fields together.
    static final int FIELDS_MAX_CHARS = 8_192;

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private Guard() {}

    static void check(Context ctx) {
        PageHeaders.ALL.forEach(ctx::header);
        requireShort(ctx);
        int port = ctx.req().getLocalPort();
        var host = ctx.header(Header.HOST);
        var known = Set.of("localhost:" + port, "127.0.0.1:" + port);
        if (host == null || !known.contains(host)) {
            throw new TouchProblemException(TouchProblem.OTHER_HOST);
        }
        var origin = ctx.header(Header.ORIGIN);
        if (!isOwnSite(ctx, ctx.header("Sec-Fetch-Site"))
                || (origin != null && !origin.equals("http://" + host))) {
            throw new TouchProblemException(TouchProblem.OTHER_SITE);
        }
    }

    /// Another port of this machine, such as the demo's server, is the same site: its pages may
    /// link here and may change nothing.
    private static boolean isOwnSite(Context ctx, @Nullable String site) {
        return site == null
                || OWN_SITE.contains(site)
                || (site.equals("same-site") && ctx.method().equals(HandlerType.GET));
    }

    private static void requireShort(Context ctx) {
        var query = ctx.queryString();
        if (ctx.path().length() + (query == null ? 0 : 1 + query.length()) > ADDRESS_MAX_CHARS) {
            throw new TouchProblemException(TouchProblem.ADDRESS_TOO_LONG);
        }
        int chars = 0;
        for (var names = ctx.req().getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            for (var values = ctx.req().getHeaders(name); values.hasMoreElements(); ) {
                chars += name.length() + values.nextElement().length();
            }
        }
        if (chars > FIELDS_MAX_CHARS) {
            throw new TouchProblemException(TouchProblem.HEADER_TOO_LARGE);
        }
    }
}
