package kz.adalkezek.server.staff;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The session of a browser. The name's prefix makes a browser refuse the cookie from any other
/// host or over a line that is not encrypted; without https it cannot be used.
final class SessionCookie {

    private static final String NAME = "kezek";
    private static final String HTTPS_NAME = "__Host-kezek";

    private final boolean https;
    private final String publicOrigin;

    SessionCookie(URI publicUrl) {
        this.https = "https".equals(publicUrl.getScheme());
        this.publicOrigin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
    }

    void set(Context ctx, Token token) {
        write(ctx, token.value(), Sessions.LIFETIME);
    }

    void clear(Context ctx) {
        write(ctx, "", Duration.ZERO);
    }

    Optional<Token> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(name())).filter(Token::isToken).map(Token::new);
    }

    /// A browser sends the cookie by itself, so a change asked with it must come from a page of
    /// this server. A program that is no browser shows its token in the header.
    boolean isFromOurPages(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = ctx.header(Header.ORIGIN);
        return origin != null
                && (origin.equals(publicOrigin) || origin.equals("http://" + ctx.host()));
    }

    private String name() {
        return https ? HTTPS_NAME : NAME;
    }

    private void write(Context ctx, String value, Duration lifetime) {
        ctx.header(
                Header.SET_COOKIE,
                "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                        .formatted(name(), value, lifetime.toSeconds(), https ? "; Secure" : ""));
    }
}
