package kz.adalkezek.server.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is wrong with a request, for a program (`code`) and for a person (a sentence): the body of
/// RFC 9457 `application/problem+json`.
///
/// @param key of the sentence
/// @param values of the sentence's placeholders
/// @param headers that belong to the answer, such as `Retry-After`
public record Problem(
        int status,
        String code,
        String key,
        Map<String, String> values,
        Map<String, String> headers) {

    public static final String CONTENT_TYPE = "application/problem+json";

    /// A name and not an address (RFC 4151): a code is explained by its sentence.
    private static final String TYPE = "tag:adalkezek.kz,2026:problem/";

    private static final int CONFLICT = 409;

    public Problem {
        values = Map.copyOf(values);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemCode code) {
        return of(code, Map.of());
    }

    public static Problem of(ProblemCode code, Map<String, String> values) {
        return new Problem(code.status(), code.code(), "problem." + code.code(), values, Map.of());
    }

    /// The law says no: 409 with the refusal's own code and sentence.
    public static Problem refused(Enum<?> why) {
        var code = ProblemCode.kebab(why);
        return new Problem(CONFLICT, code, "refusal." + code, Map.of(), Map.of());
    }

    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, key, values, more);
    }

    /// Ends the handling of a request with this answer.
    public ProblemException asException() {
        return new ProblemException(this);
    }

    byte[] body(Texts texts, Language language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE + code);
        body.put("title", texts.sentence(language, "status." + status, Map.of()));
        body.put("status", status);
        body.put("detail", texts.sentence(language, key, values));
        body.put("code", code);
        return Json.write(body);
    }
}
