package kz.adalkezek.clocks;

/// How a visit ended, as far as it has.
public enum Ending {
    /// It goes on.
    NOT_YET,
    FINISHED,
    LEFT,
    VOID
}
