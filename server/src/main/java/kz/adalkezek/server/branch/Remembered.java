package kz.adalkezek.server.branch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.VisitId;

/// The private memory of one business day. The writer adds; any thread reads.
final class Remembered {

    private final Map<VisitId, Opening> byVisit = new ConcurrentHashMap<>();
    private final Map<VisitId, List<Annex>> annexes = new ConcurrentHashMap<>();
    private final Map<String, VisitId> byToken = new ConcurrentHashMap<>();
    private final Map<RequestId, Fingerprint> fingerprints = new ConcurrentHashMap<>();

    Optional<Opening> opening(VisitId visit) {
        return Optional.ofNullable(byVisit.get(visit));
    }

    List<Annex> annexes(VisitId visit) {
        return annexes.getOrDefault(visit, List.of());
    }

    void add(VisitId visit, Annex annex) {
        annexes.merge(
                visit,
                List.of(annex),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }

    Optional<VisitId> visit(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    Optional<Fingerprint> fingerprint(RequestId request) {
        return Optional.ofNullable(fingerprints.get(request));
    }

    void add(VisitId visit, Opening opening) {
        byVisit.put(visit, opening);
        byToken.put(opening.token(), visit);
    }

    void add(RequestId request, Fingerprint fingerprint) {
        fingerprints.put(request, fingerprint);
    }
}
