package kz.adalkezek.kiosk.sim;

/// Whose way of speaking about itself a simulated printer has.
public enum Make {
    /// Answers everything, and tells changes unasked once it is asked to.
    EPSON,
    /// Answers `DLE EOT` 1 and 4 alone.
    CLONE,
    /// Answers `DLE EOT 20` alone, with its whole status.
    CUSTOM
}
