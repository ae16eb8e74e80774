package kz.adalkezek.kiosk.print;

/// What a printer says of itself: ready, in trouble, or nothing that one could rely on.
public sealed interface PrinterStatus {

    record Ready(boolean paperLow) implements PrinterStatus {}

    record Trouble(Printing why) implements PrinterStatus {}

    /// It answers nothing, or too little to know.
    record Unknown() implements PrinterStatus {}
}
