package kz.adalkezek.kiosk.report;

import java.time.Duration;
import java.util.Locale;

/// What a kiosk has that may be well or not.
public enum Part {
    PRINTER,
    LED,
    LAMP,
    SCANNER,
    DOOR,
    HELP,
    CLOCK,
    NUMBERS,
    JOURNAL;

    /// How long a state must last before anybody is told of it. Who calls for help is not kept
    /// waiting.
    Duration settle() {
        return this == HELP ? Duration.ZERO : Duration.ofSeconds(1);
    }

    /// The least time between two tellings, so that a loose contact does not fill the log.
    Duration quiet() {
        return Duration.ofSeconds(10);
    }

    /// As the branch names it: `printer`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
