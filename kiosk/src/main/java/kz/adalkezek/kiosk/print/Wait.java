package kz.adalkezek.kiosk.print;

import java.time.Duration;

/// How long a person will probably wait.
///
/// @param p50 half of the people wait no longer
/// @param p90 nine of ten wait no longer
/// @param learned from days seen; false while only the norm of the services is known
public record Wait(Duration p50, Duration p90, boolean learned) {

    public static final Duration LONGEST = Duration.ofHours(24);

    public Wait {
        if (p50.isNegative() || p50.compareTo(p90) > 0 || p90.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no such wait: " + p50 + " to " + p90);
        }
    }
}
