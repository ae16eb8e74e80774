package kz.adalkezek.server.manager;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.PolicyCodec;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// Policies and catalogues as they stand in a request.
final class Publications {

    private Publications() {}

    static Policy policy(JsonBody body) {
        var members = new HashMap<String, Object>();
        body.objectIfAny("policy")
                .orElseThrow(() -> missing("policy"))
                .forEach((name, value) -> members.put(String.valueOf(name), value));
        return read(() -> PolicyCodec.read(CanonicalJson.write(members)));
    }

    /// The catalogue comes as a text, because the log names the hash of exactly that text.
    static Catalogue catalogue(JsonBody body) {
        var text = body.text("catalogue");
        return read(() -> Catalogue.parse(text));
    }

    /// When it takes effect: at once, where nothing is said.
    static Instant from(JsonBody body) {
        var from = body.textIfAny("from");
        if (from.isEmpty()) {
            return Command.AT_ONCE;
        }
        try {
            return OffsetDateTime.parse(from.get()).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw JsonBody.wrong("from");
        }
    }

    private static <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            var reason = Map.of("reason", String.valueOf(e.getMessage()));
            throw Problem.of(ProblemCode.PUBLICATION_WRONG, reason).asException();
        }
    }

    private static RuntimeException missing(String member) {
        return Problem.of(ProblemCode.MEMBER_MISSING, Map.of("member", member)).asException();
    }
}
