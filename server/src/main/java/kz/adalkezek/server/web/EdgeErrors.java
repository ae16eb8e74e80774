package kz.adalkezek.server.web;

import java.nio.ByteBuffer;
import kz.adalkezek.screens.PageHeaders;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers what the HTTP server refuses before a route sees it: a header too large, an address too
/// long, bytes that are no HTTP.
final class EdgeErrors implements Request.Handler {

    private final Texts texts;

    EdgeErrors(Texts texts) {
        this.texts = texts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var language = Language.asked(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        var problem = ProblemAnswers.of(response.getStatus());
        response.setStatus(problem.status());
        var headers = response.getHeaders();
        PageHeaders.ALL.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        headers.put(HttpHeader.CONTENT_LANGUAGE, language.tag());
        response.write(true, ByteBuffer.wrap(problem.body(texts, language)), callback);
        return true;
    }
}
