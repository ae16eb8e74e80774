package kz.adalkezek.forecast;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Visit;

/// How long things take in a branch, as far as a future needs it.
interface Times {

    /// Somebody who came with a credit of so many minutes.
    record Credited(Instant at, GroupCode group, int minutes) {}

    /// Since when the desk serves whom it serves.
    Optional<Instant> startedAt(DeskId desk);

    /// Since when the desk has nobody.
    Optional<Instant> finishedAt(DeskId desk);

    Optional<Instant> pausedAt(DeskId desk);

    /// From a call to the counter.
    Pace walk();

    /// From a farewell to the next call, where somebody waits.
    Pace wrapUp();

    Pace pause();

    /// How long a desk calls somebody who does not come.
    Pace unansweredCall();

    /// Share of the calls that nobody answers.
    double unansweredShare();

    /// Those who came with a credit within the last hour.
    Collection<Credited> credited();

    Pace group(GroupCode group);

    /// The services of a leg, each at its own pace; the group's where they are not known.
    ///
    /// @param leg of the visit as it is, from 0
    List<Pace> leg(Visit visit, int leg);
}
