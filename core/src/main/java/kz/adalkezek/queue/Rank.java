package kz.adalkezek.queue;

import java.time.Instant;

/// A place in an order of visits: by an instant, ties by the smaller visit.
///
/// @param ms epoch milliseconds
public record Rank(long ms, long visit) implements Comparable<Rank> {

    static Rank of(Instant instant, VisitId visit) {
        return new Rank(instant.toEpochMilli(), visit.index());
    }

    /// Behind every visit of this instant and before every later one.
    static Rank after(Instant instant) {
        return new Rank(instant.toEpochMilli(), Long.MAX_VALUE);
    }

    @Override
    public int compareTo(Rank other) {
        return ms != other.ms ? Long.compare(ms, other.ms) : Long.compare(visit, other.visit);
    }
}
