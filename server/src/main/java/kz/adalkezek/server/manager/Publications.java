package kz.adalkezek.server.manager;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.PolicyCodec;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.files.Publication;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// Policies and catalogues as they stand in a request.
final class Publications {

    private Publications() {}

    /// @param services of the catalogues that are published
    static Policy policy(JsonBody body, Set<String> services) {
        var members = new HashMap<String, Object>();
        body.objectIfAny("policy")
                .orElseThrow(() -> missing("policy"))
                .forEach((name, value) -> members.put(String.valueOf(name), value));
        byte[] text = CanonicalJson.write(members);
        requireSound(Publication.faultsOfPolicy(new String(text, UTF_8), services));
        return read(() -> PolicyCodec.read(text));
    }

    /// The catalogue comes as a text, because the log names the hash of exactly that text.
    ///
    /// @param called groups that some counter calls
    static Catalogue catalogue(JsonBody body, Set<GroupCode> called) {
        var text = body.text("catalogue");
        requireSound(Publication.faultsOfCatalogue(text, called));
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

    private static void requireSound(List<String> faults) {
        if (!faults.isEmpty()) {
            throw wrong(String.join(" · ", faults));
        }
    }

    private static <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static RuntimeException wrong(String reason) {
        return Problem.of(ProblemCode.PUBLICATION_WRONG, Map.of("reason", reason)).asException();
    }

    private static RuntimeException missing(String member) {
        return Problem.of(ProblemCode.MEMBER_MISSING, Map.of("member", member)).asException();
    }
}
