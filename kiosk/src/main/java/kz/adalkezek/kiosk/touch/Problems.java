package kz.adalkezek.kiosk.touch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.screens.PageHeaders;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Turns whatever ends a request early into `application/problem+json` in the language asked for.
final class Problems implements Request.Handler {

    private static final System.Logger LOG = System.getLogger("kezek.touch");
    private static final String CONTENT_TYPE = "application/problem+json";
    private static final String RETRY_AFTER_S = "5";
    private static final int SERVER_ERROR = 500;

    /// A name and not an address (RFC 4151): a code is explained by its sentence.
    private static final String TYPE = "tag:adalkezek.kz,2026:problem/";

    /// What the HTTP server itself may find, before any route is asked.
    private static final List<TouchProblem> OF_THE_SERVER =
            List.of(
                    TouchProblem.NOT_FOUND,
                    TouchProblem.METHOD_NOT_ALLOWED,
                    TouchProblem.ADDRESS_TOO_LONG,
                    TouchProblem.HEADER_TOO_LARGE);

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    void register(RoutesConfig routes) {
        routes.exception(
                TouchProblemException.class, (e, ctx) -> answer(ctx, e.problem(), e.member()));
        routes.exception(
                HttpResponseException.class, (e, ctx) -> answer(ctx, of(e.getStatus()), ""));
        routes.exception(Exception.class, this::fault);
    }

    /// Answers what is refused before a route sees it, such as bytes that are no HTTP.
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var language = Texts.asked(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        var problem = of(response.getStatus());
        response.setStatus(problem.status());
        var headers = response.getHeaders();
        PageHeaders.ALL.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
        headers.put(HttpHeader.CONTENT_LANGUAGE, language.tag());
        response.write(true, ByteBuffer.wrap(body(problem, "", language)), callback);
        return true;
    }

    private void answer(Context ctx, TouchProblem problem, String member) {
        var language = Texts.asked(ctx.header(Header.ACCEPT_LANGUAGE));
        if (problem == TouchProblem.TOO_SOON || problem == TouchProblem.NO_OFFER) {
            ctx.header(Header.RETRY_AFTER, RETRY_AFTER_S);
        }
        ctx.status(problem.status())
                .contentType(CONTENT_TYPE)
                .header(Header.CONTENT_LANGUAGE, language.tag())
                .header(Header.VARY, Header.ACCEPT_LANGUAGE)
                .header(Header.CACHE_CONTROL, "no-store")
                .result(body(problem, member, language));
    }

    /// A fault is logged once, here, with its stack, and goes out without.
    private void fault(Exception fault, Context ctx) {
        LOG.log(Level.ERROR, ctx.method() + " " + ctx.endpoint().path + " failed", fault);
        answer(ctx, TouchProblem.INTERNAL_FAULT, "");
    }

    private byte[] body(TouchProblem problem, String member, Language language) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPE + problem.code())
                .put("status", problem.status())
                .put("detail", texts.sentence(language, problem, member))
                .put("code", problem.code())
                .toString()
                .getBytes(UTF_8);
    }

    private static TouchProblem of(int status) {
        return OF_THE_SERVER.stream()
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElse(
                        status < SERVER_ERROR
                                ? TouchProblem.BAD_REQUEST
                                : TouchProblem.INTERNAL_FAULT);
    }
}
