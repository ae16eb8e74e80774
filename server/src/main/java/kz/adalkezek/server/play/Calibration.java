package kz.adalkezek.server.play;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kz.adalkezek.forecast.Range;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.play.Person.Clock;

/// How true the promised waits are: each is kept until the visit is served for the first time, and
/// compared with its waiting clock. Whoever was away, missed a call or lost the ground is left out,
/// since nobody promises for that.
final class Calibration {

    private record Promised(Range range, Duration naive) {}

    private final Map<VisitId, Promised> promised = new HashMap<>();
    private long compared;
    private long withinP50;
    private long withinP90;
    private long inside;
    private long errorMs;
    private long naiveErrorMs;

    /// @param line in which the visit stands already
    /// @param average minutes of a service in the group of its first leg
    void promises(Line line, Visit visit, Range range, double average) {
        int desks = Math.max(1, line.hall().serving(visit.group()));
        long naiveMs =
                (long) (line.people().ahead(visit) * average * Duration.ofMinutes(1).toMillis())
                        / desks;
        promised.put(visit.id(), new Promised(range, Duration.ofMillis(naiveMs)));
    }

    /// The service of the first leg begins.
    void begins(Person person) {
        var told = promised.remove(person.visit);
        boolean plain =
                !person.everMissed
                        && person.spentMs(Clock.AWAY) == 0
                        && person.fair.equals(person.ticket.fair());
        if (told == null || !plain) {
            return;
        }
        long real = person.spentMs(Clock.WAITING);
        long p50 = told.range.p50().toMillis();
        long p90 = told.range.p90().toMillis();
        compared++;
        withinP50 += real <= p50 ? 1 : 0;
        withinP90 += real <= p90 ? 1 : 0;
        inside += told.range.holds(Duration.ofMillis(real)) ? 1 : 0;
        errorMs += Math.abs(real - p50);
        naiveErrorMs += Math.abs(real - told.naive.toMillis());
    }

    /// Nobody of this day is waited for any more.
    void dayEnds() {
        promised.clear();
    }

    long compared() {
        return compared;
    }

    /// Share of the waits not above the P50 that was promised.
    double withinP50() {
        return share(withinP50);
    }

    double withinP90() {
        return share(withinP90);
    }

    /// Share of the waits from P10 to P90.
    double inside() {
        return share(inside);
    }

    /// Mean distance of P50 from the wait.
    double errorMs() {
        return share(errorMs);
    }

    /// Mean distance of people ahead times average service, divided by the open desks.
    double naiveErrorMs() {
        return share(naiveErrorMs);
    }

    private double share(long of) {
        return compared == 0 ? 0 : (double) of / compared;
    }
}
