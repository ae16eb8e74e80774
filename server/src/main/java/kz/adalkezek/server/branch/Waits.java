package kz.adalkezek.server.branch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit;

/// How long a visit may expect to wait, from the norms of the catalogue until the branch has
/// learned its own service times: the people ahead, served by the open desks of the group.
public final class Waits {

    /// Standard deviation of one service over its mean, and the quantile of the upper bound.
    private static final double VARIATION = 0.7;

    private static final double NINETY_PERCENT = 1.2816;
    private static final double MINUTES_IF_UNKNOWN = 10;

    private final BiFunction<Line, Instant, Optional<Catalogue>> inForce;

    /// @param inForce the catalogue that holds at an instant
    public Waits(BiFunction<Line, Instant, Optional<Catalogue>> inForce) {
        this.inForce = inForce;
    }

    /// A range, rounded up to whole minutes.
    ///
    /// @param p50 as likely longer as shorter
    /// @param p90 nine of ten wait less
    /// @param learned from this branch, or still taken from the norms
    public record Range(Duration p50, Duration p90, boolean learned) {}

    /// Of a visit that waits, or will.
    public Range expected(Line line, Visit visit, Instant now) {
        return expected(line, visit.group(), line.people().ahead(visit), now);
    }

    /// Of somebody who would come now, behind all who wait.
    public Range expected(Line line, GroupCode group, Instant now) {
        return expected(line, group, line.people().waiting(group), now);
    }

    private Range expected(Line line, GroupCode group, int ahead, Instant now) {
        int desks = line.hall().serving(group);
        int servers = Math.max(desks, 1);
        // Where nobody serves the group now, one desk is expected, and not at once.
        int busy = desks == 0 ? servers : line.hall().busy(group);
        double mean = minutes(line, group, now);
        // A free desk takes the first person at once; a busy one is half done on average.
        double inFront =
                Math.max(0, ahead - (servers - busy)) + (ahead >= servers - busy ? 0.5 : 0);
        double p50 = mean * inFront / servers;
        double spread = NINETY_PERCENT * VARIATION * mean * Math.sqrt(inFront) / servers;
        return new Range(wholeMinutes(p50), wholeMinutes(p50 + spread), false);
    }

    private double minutes(Line line, GroupCode group, Instant now) {
        return inForce.apply(line, now).stream()
                .flatMap(catalogue -> catalogue.services().values().stream())
                .filter(service -> service.group().equals(group))
                .mapToInt(Catalogue.Service::averageMinutes)
                .average()
                .orElse(MINUTES_IF_UNKNOWN);
    }

    private static Duration wholeMinutes(double minutes) {
        return Duration.ofMinutes((long) Math.ceil(minutes));
    }
}
