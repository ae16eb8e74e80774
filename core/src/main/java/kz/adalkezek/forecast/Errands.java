package kz.adalkezek.forecast;

import java.time.Duration;
import java.util.List;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.VisitId;

/// What the building knows of a visit and the log does not: the services behind its groups.
public interface Errands {

    /// @param code of the catalogue
    /// @param mean how long it takes, as the catalogue says
    record Service(String code, Duration mean) {}

    /// The services of one leg, in order; none where they are not known, or erased.
    ///
    /// @param leg as the citizen chose them, from 0
    List<Service> of(VisitId visit, int leg);

    /// The mean service time in a group, as the catalogue says.
    Duration mean(GroupCode group);
}
