package kz.adalkezek.server;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// What tells a branch the time.
///
/// @param branch of the log: what is decided is decided at its instant
/// @param steady goes only forward, at the pace of the branch's clock; where the two disagree,
///   somebody has moved that
/// @param machine of what lives outside the log: who is signed in, which device was heard
record Clocks(InstantSource branch, LongSupplier steady, InstantSource machine) {

    /// Where the branch lives in the machine's time, as every real one does.
    static Clocks of(InstantSource clock, LongSupplier nanos) {
        return new Clocks(clock, nanos, clock);
    }
}
