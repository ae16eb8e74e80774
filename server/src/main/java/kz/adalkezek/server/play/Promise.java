package kz.adalkezek.server.play;

import java.time.Instant;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.server.branch.Waits;

/// What a branch tells somebody who has just taken a ticket about the wait.
@FunctionalInterface
interface Promise {

    /// @param line in which the visit stands already
    Waits.Range of(Line line, Visit visit, Instant now);
}
