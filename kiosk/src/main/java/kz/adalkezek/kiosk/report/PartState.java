package kz.adalkezek.kiosk.report;

import java.util.Locale;

/// Every state of every part that the branch is told. The name begins with the part's.
public enum PartState {
    PRINTER_READY,
    PRINTER_PAPER_LOW,
    PRINTER_OUT_OF_PAPER,
    PRINTER_COVER_OPEN,
    PRINTER_JAMMED,
    /// It says that it is off-line, and not why.
    PRINTER_OFFLINE,
    /// No cable, no device, or another program has it.
    PRINTER_UNREACHABLE,
    /// It answers nothing: nobody knows how it is.
    PRINTER_SILENT,
    LED_READY,
    LED_UNREACHABLE,
    LAMP_READY,
    LAMP_FAULT,
    SCANNER_READY,
    SCANNER_UNREACHABLE,
    DOOR_CLOSED,
    DOOR_OPEN,
    HELP_CALLED,
    HELP_ANSWERED,
    CLOCK_RIGHT,
    CLOCK_WRONG,
    NUMBERS_ENOUGH,
    NUMBERS_LOW,
    NUMBERS_OUT,
    JOURNAL_SOUND,
    /// The disk takes nothing, or what lies on it is broken.
    JOURNAL_FAULT;

    public Part part() {
        return Part.valueOf(name().substring(0, name().indexOf('_')));
    }

    /// As the branch names it, without the part: `paper-low`.
    String word() {
        return name().substring(name().indexOf('_') + 1).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
