package kz.adalkezek.queue;

import java.time.Instant;

/// The visits that wait in one group, in every order that the choice asks for.
///
/// @param byFair by fair time
/// @param byClaim by claim
/// @param bySince by when they began to wait
/// @param lifted those overtaken at least once by the law's own calls, by claim
public record Waiting(
        Sorted<Rank, VisitId> byFair,
        Sorted<Rank, VisitId> byClaim,
        Sorted<Rank, VisitId> bySince,
        Sorted<Rank, VisitId> lifted) {

    static final Waiting NOBODY =
            new Waiting(Sorted.empty(), Sorted.empty(), Sorted.empty(), Sorted.empty());

    Waiting with(Visit visit, Instant since) {
        var id = visit.id();
        var claim = Rank.of(visit.claim(), id);
        return new Waiting(
                byFair.put(Rank.of(visit.fair(), id), id),
                byClaim.put(claim, id),
                bySince.put(Rank.of(since, id), id),
                visit.lawfulOvertakes() > 0 ? lifted.put(claim, id) : lifted.without(claim));
    }

    Waiting without(Visit visit, Instant since) {
        var id = visit.id();
        var claim = Rank.of(visit.claim(), id);
        return new Waiting(
                byFair.without(Rank.of(visit.fair(), id)),
                byClaim.without(claim),
                bySince.without(Rank.of(since, id)),
                lifted.without(claim));
    }

    /// Only the number of overtakes of a visit that goes on waiting has changed.
    Waiting counted(Visit visit) {
        var claim = Rank.of(visit.claim(), visit.id());
        return new Waiting(
                byFair,
                byClaim,
                bySince,
                visit.lawfulOvertakes() > 0
                        ? lifted.put(claim, visit.id())
                        : lifted.without(claim));
    }

    boolean has(Visit visit) {
        return byClaim.has(Rank.of(visit.claim(), visit.id()));
    }

    int beganBy(Instant latest) {
        return bySince.countUpTo(Rank.after(latest));
    }
}
