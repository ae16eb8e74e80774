package kz.adalkezek.server.web;

import io.javalin.http.Context;

/// Limits of a request's address and header fields, below those at which the HTTP server stops
/// reading, so that the answer still knows the language.
final class Heads {

    /// Path and query together.
    static final int ADDRESS_MAX_CHARS = 2_048;

    /// Names and values of all header fields together.
    static final int FIELDS_MAX_CHARS = 8_192;

    private Heads() {}

    static void requireShort(Context ctx) {
        var query = ctx.queryString();
        if (ctx.path().length() + (query == null ? 0 : 1 + query.length()) > ADDRESS_MAX_CHARS) {
            throw Problem.of(ProblemCode.ADDRESS_TOO_LONG).asException();
        }
        int chars = 0;
        for (var names = ctx.req().getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            for (var values = ctx.req().getHeaders(name); values.hasMoreElements(); ) {
                chars += name.length() + values.nextElement().length();
            }
        }
        if (chars > FIELDS_MAX_CHARS) {
            throw Problem.of(ProblemCode.HEADER_TOO_LARGE).asException();
        }
    }
}
