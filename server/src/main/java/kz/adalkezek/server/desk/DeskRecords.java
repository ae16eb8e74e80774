package kz.adalkezek.server.desk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.branch.Annex;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.branch.Catalogues;
import kz.adalkezek.server.branch.Fingerprint;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// What a desk adds to a visit and the log must not say: one more service, a paper that is asked
/// for. The log gets a commitment, the branch keeps the opening.
final class DeskRecords {

    static final int OTHER_MAX_CHARS = 200;

    private static final Set<String> ACTIONS = Set.of("add-service", "request-document");

    private final Branch branch;
    private final Catalogues catalogues;

    DeskRecords(Branch branch, Catalogues catalogues) {
        this.branch = branch;
        this.catalogues = catalogues;
    }

    static boolean has(String action) {
        return ACTIONS.contains(action);
    }

    /// @throws kz.adalkezek.server.web.ProblemException where a member is wrong, or names what the
    ///   catalogue does not know
    Ask ask(Asker asker, Fingerprint print, RequestId request, DeskId desk, JsonBody body) {
        return body.text("action").equals("add-service")
                ? service(asker, print, request, desk, body.only("action", "service", "now"))
                : document(
                        asker,
                        print,
                        request,
                        desk,
                        body.only("action", "document", "other", "reason"));
    }

    private Ask service(
            Asker asker, Fingerprint print, RequestId request, DeskId desk, JsonBody body) {
        var code = body.text("service");
        boolean now = body.truthIfAny("now").orElse(false);
        var service = service(code);
        if (service.isEmpty()) {
            throw Problem.of(ProblemCode.UNKNOWN_SERVICE, Map.of("service", code)).asException();
        }
        var annex = branch.openings().newAnnex(Annex.Kind.SERVICE, code);
        var commitment = annex.commitment();
        return Ask.of(
                asker,
                print,
                annex,
                by ->
                        new Command.AddService(
                                request, by, desk, service.get().group(), now, commitment));
    }

    private Ask document(
            Asker asker, Fingerprint print, RequestId request, DeskId desk, JsonBody body) {
        var listed = body.textIfAny("document");
        var other = body.textIfAny("other");
        if (listed.isPresent() == other.isPresent()) {
            throw JsonBody.wrong("document");
        }
        listed.ifPresent(code -> requireListed(desk, code));
        if (other.filter(text -> text.isBlank() || text.length() > OTHER_MAX_CHARS).isPresent()) {
            throw JsonBody.wrong("other");
        }
        var reason = reason(body);
        var kind = listed.isPresent() ? Annex.Kind.DOCUMENT : Annex.Kind.OTHER;
        var annex = branch.openings().newAnnex(kind, listed.or(() -> other).orElseThrow());
        var commitment = annex.commitment();
        return Ask.of(
                asker,
                print,
                annex,
                by ->
                        new Command.RequestDocument(
                                request, by, desk, listed.isPresent(), reason, commitment));
    }

    /// For a service of the visit at the desk; where nobody is there, the law says so.
    private void requireListed(DeskId desk, String code) {
        var visit = branch.line().hall().desks().get(desk).flatMap(open -> open.visit());
        if (visit.isPresent() && services(visit.get()).noneMatch(one -> lists(one, code))) {
            throw Problem.of(ProblemCode.UNKNOWN_DOCUMENT, Map.of("code", code)).asException();
        }
    }

    private Stream<String> services(VisitId visit) {
        var openings = branch.openings();
        return Stream.concat(
                openings.of(visit).stream().flatMap(opening -> opening.services().stream()),
                openings.added(visit).stream());
    }

    private boolean lists(String service, String document) {
        return service(service).filter(one -> one.documents().contains(document)).isPresent();
    }

    private Optional<Catalogue.Service> service(String code) {
        return catalogues
                .inForce(branch.line(), branch.now())
                .flatMap(catalogue -> catalogue.service(code));
    }

    private static Code reason(JsonBody body) {
        try {
            return body.textIfAny("reason").map(Code::new).orElse(Code.NONE);
        } catch (IllegalArgumentException e) {
            throw JsonBody.wrong("reason");
        }
    }
}
