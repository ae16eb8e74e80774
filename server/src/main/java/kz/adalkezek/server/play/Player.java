package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.Optional;

/// Somebody or something that acts by itself, now and again.
interface Player {

    /// Acts, if there is anything to do.
    ///
    /// @return when to look again; nothing until somebody else says so
    Optional<Instant> plays(Instant now);
}
