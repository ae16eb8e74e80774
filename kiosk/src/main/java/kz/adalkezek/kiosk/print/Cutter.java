package kz.adalkezek.kiosk.print;

/// The knife of a printer.
public enum Cutter {
    /// Leaves one point, by which the ticket hangs until it is taken.
    PARTIAL,
    FULL,
    /// The ticket is torn off at the edge.
    NONE
}
