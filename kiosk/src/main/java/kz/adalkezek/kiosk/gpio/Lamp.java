package kz.adalkezek.kiosk.gpio;

/// What the lamp of a kiosk says to people in the hall. One light at a time.
public enum Lamp {
    /// No tickets are given here.
    OFF,
    READY,
    /// The printer needs somebody.
    PAPER,
    /// Somebody has asked for help.
    HELP
}
