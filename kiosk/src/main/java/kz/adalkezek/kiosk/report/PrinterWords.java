package kz.adalkezek.kiosk.report;

import kz.adalkezek.kiosk.print.PrinterStatus;
import kz.adalkezek.kiosk.print.Printing;

/// What a printer says of itself, as the branch is told.
public final class PrinterWords {

    private PrinterWords() {}

    public static PartState of(PrinterStatus status) {
        return switch (status) {
            case PrinterStatus.Ready(boolean low) ->
                    low ? PartState.PRINTER_PAPER_LOW : PartState.PRINTER_READY;
            case PrinterStatus.Unknown _ -> PartState.PRINTER_SILENT;
            case PrinterStatus.Trouble(var why) -> of(why);
        };
    }

    private static PartState of(Printing why) {
        return switch (why) {
            case Printing.OutOfPaper _ -> PartState.PRINTER_OUT_OF_PAPER;
            case Printing.CoverOpen _ -> PartState.PRINTER_COVER_OPEN;
            case Printing.Jammed _ -> PartState.PRINTER_JAMMED;
            case Printing.Unreachable _ -> PartState.PRINTER_UNREACHABLE;
            case Printing.Offline _, Printing.Printed _, Printing.Unknown _ ->
                    PartState.PRINTER_OFFLINE;
        };
    }
}
