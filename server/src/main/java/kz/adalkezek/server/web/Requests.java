package kz.adalkezek.server.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// What stands in the path of a request.
public final class Requests {

    private static final int UUID_CHARS = 36;

    private Requests() {}

    /// A request id: the canonical text of a UUID, because one command must have one name.
    ///
    /// @throws ProblemException for any other text
    public static UUID id(Context ctx, String param) {
        var text = ctx.pathParam(param);
        try {
            // The JDK's reader also takes shortened forms, so the text is written again to compare.
            if (text.length() == UUID_CHARS && UUID.fromString(text).toString().equals(text)) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemCode.REQUEST_ID_WRONG).asException();
        }
        throw Problem.of(ProblemCode.REQUEST_ID_WRONG).asException();
    }

    /// Makes something of a text from outside with a constructor that refuses nonsense.
    ///
    /// @param name of the member, for the person who has to correct it
    public static <T> T read(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemCode.MEMBER_WRONG, Map.of("member", name)).asException();
        }
    }
}
