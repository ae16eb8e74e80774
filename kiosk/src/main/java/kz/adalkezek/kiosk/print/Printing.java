package kz.adalkezek.kiosk.print;

/// How an attempt to print ended. Only [Printed] means that the whole ticket is in somebody's hand;
/// with any other the number belongs on the screen, and nothing is printed again unasked.
public sealed interface Printing {

    /// The printer said after the ticket that all is well, as far as it can say so.
    record Printed() implements Printing {}

    /// There was none before, or it ended within the ticket.
    record OutOfPaper() implements Printing {}

    record CoverOpen() implements Printing {}

    /// The knife is stuck or the printer reports another error of its mechanics.
    record Jammed() implements Printing {}

    /// The printer is off-line and does not say why.
    record Offline() implements Printing {}

    /// All bytes were taken or some may have been, and the printer says nothing: silence is never
    /// read as success.
    record Unknown() implements Printing {}

    record Unreachable(String port, String cause) implements Printing {}
}
