package kz.adalkezek.kiosk.print;

/// One answer of a printer.
sealed interface Answer {

    /// To `DLE EOT`.
    record Status(int bits) implements Answer {}

    /// To `GS r`: all that was sent before is done.
    record InOrder() implements Answer {}

    /// The automatic status, sent when something has changed; without its fourth byte, which is
    /// reserved.
    record Unasked(int printer, int error, int paper) implements Answer {}

    /// To `GS I`.
    record Name(String text) implements Answer {}

    /// To `DLE EOT 20` of a Custom KPM.
    record Whole(int paper, int user, int recoverable, int unrecoverable) implements Answer {}
}
