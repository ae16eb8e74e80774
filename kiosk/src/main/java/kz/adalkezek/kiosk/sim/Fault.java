package kz.adalkezek.kiosk.sim;

/// What can be wrong with a simulated printer, and be put right again.
public enum Fault {
    PAPER_OUT,
    PAPER_LOW,
    COVER_OPEN,
    /// The knife sticks at the next cut; free again, it waits until the program asks it to go on.
    CUTTER_JAM,
    /// Prints, but answers nothing.
    SILENT,
    /// Takes no bytes from the line.
    STUCK,
    /// Takes them no faster than a line of 9,600 baud brings them.
    SLOW
}
