package kz.adalkezek.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;

/// Turns whatever ends a request early into a problem answer in the language asked for.
final class ProblemAnswers {

    private static final System.Logger LOG = System.getLogger("kezek.web");

    private final Texts texts;

    ProblemAnswers(Texts texts) {
        this.texts = texts;
    }

    void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e.problem()));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, problem(e)));
        routes.exception(Exception.class, this::fault);
    }

    void answer(Context ctx, Problem problem) {
        var language = Language.asked(ctx.header(Header.ACCEPT_LANGUAGE));
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status())
                .contentType(Problem.CONTENT_TYPE)
                .header(Header.CONTENT_LANGUAGE, language.tag())
                .header(Header.VARY, Header.ACCEPT_LANGUAGE)
                .header(Header.CACHE_CONTROL, "no-store")
                .result(problem.body(texts, language));
    }

    /// A fault is logged once, here, with its stack, and goes out without.
    private void fault(Exception fault, Context ctx) {
        LOG.log(Level.ERROR, ctx.method() + " " + ctx.endpoint().path + " failed", fault);
        answer(ctx, Problem.of(ProblemCode.INTERNAL_FAULT));
    }

    private static Problem problem(HttpResponseException e) {
        if (e instanceof MethodNotAllowedResponse) {
            return Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
                    .withHeader(
                            Header.ALLOW,
                            e.getDetails().values().stream().collect(Collectors.joining(", ")));
        }
        return of(HttpStatus.forStatus(e.getStatus()).getCode());
    }

    static Problem of(int status) {
        for (var code : ProblemCode.values()) {
            if (code.status() == status && isOfTheServer(code)) {
                return Problem.of(code);
            }
        }
        return Problem.of(
                status < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                        ? ProblemCode.BAD_REQUEST
                        : ProblemCode.INTERNAL_FAULT);
    }

    /// What the HTTP server itself may find, before any route is asked.
    private static boolean isOfTheServer(ProblemCode code) {
        return switch (code) {
            case BAD_REQUEST,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    ADDRESS_TOO_LONG,
                    HEADER_TOO_LARGE,
                    INTERNAL_FAULT,
                    BUSY ->
                    true;
            default -> false;
        };
    }
}
