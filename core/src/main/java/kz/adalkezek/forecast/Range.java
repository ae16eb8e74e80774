package kz.adalkezek.forecast;

import java.time.Duration;

/// How long a wait may be.
///
/// @param p10 one of ten waits less
/// @param p50 as likely longer as shorter
/// @param p90 nine of ten wait less
public record Range(Duration p10, Duration p50, Duration p90) {

    /// Whether eight of ten waits should be such a one.
    public boolean holds(Duration wait) {
        return wait.compareTo(p10) >= 0 && wait.compareTo(p90) <= 0;
    }
}
