package kz.adalkezek.kiosk.print;

/// What the bits of a printer's answers mean. Of a Custom KPM only the bits of the paper are from
/// its manual at hand; those of cover, knife and jam are unconfirmed.
final class StatusBits {

    private static final int OFFLINE = 1 << 3;
    private static final int COVER = 1 << 2;
    private static final int PAPER_STOP = 1 << 5;
    private static final int ERROR = 1 << 6;
    private static final int PAPER_NEAR_END = 0x0C;
    private static final int PAPER_END = 0x60;

    private static final int UNASKED_COVER = 1 << 5;
    private static final int UNASKED_ERRORS = 0x6C;
    private static final int UNASKED_NEAR_END = 0x03;
    private static final int UNASKED_END = 0x0C;

    private static final int KPM_OUT = 1;
    private static final int KPM_NEAR_END = 1 << 2;
    private static final int KPM_COVER = 0x03;
    private static final int KPM_JAM = 1 << 6;

    private StatusBits() {}

    /// @param printer to `DLE EOT 1`
    static boolean isOffline(int printer) {
        return (printer & OFFLINE) != 0;
    }

    /// @param cause to `DLE EOT 2`, 0 when it is not known
    /// @param paper to `DLE EOT 4`, 0 when it is not known
    static Printing cause(int cause, int paper) {
        if ((cause & COVER) != 0) {
            return new Printing.CoverOpen();
        }
        if ((cause & PAPER_STOP) != 0 || (paper & PAPER_END) != 0) {
            return new Printing.OutOfPaper();
        }
        return (cause & ERROR) != 0 ? new Printing.Jammed() : new Printing.Offline();
    }

    /// Of a printer that is on-line.
    static PrinterStatus paper(int paper) {
        return (paper & PAPER_END) != 0
                ? new PrinterStatus.Trouble(new Printing.OutOfPaper())
                : new PrinterStatus.Ready((paper & PAPER_NEAR_END) != 0);
    }

    static PrinterStatus of(Answer.Unasked change) {
        if ((change.printer() & UNASKED_COVER) != 0) {
            return new PrinterStatus.Trouble(new Printing.CoverOpen());
        }
        if ((change.paper() & UNASKED_END) != 0) {
            return new PrinterStatus.Trouble(new Printing.OutOfPaper());
        }
        if ((change.error() & UNASKED_ERRORS) != 0) {
            return new PrinterStatus.Trouble(new Printing.Jammed());
        }
        return isOffline(change.printer())
                ? new PrinterStatus.Trouble(new Printing.Offline())
                : new PrinterStatus.Ready((change.paper() & UNASKED_NEAR_END) != 0);
    }

    static PrinterStatus of(Answer.Whole whole) {
        if ((whole.user() & KPM_COVER) != 0) {
            return new PrinterStatus.Trouble(new Printing.CoverOpen());
        }
        if ((whole.paper() & KPM_OUT) != 0) {
            return new PrinterStatus.Trouble(new Printing.OutOfPaper());
        }
        if ((whole.recoverable() & KPM_JAM) != 0 || whole.unrecoverable() != 0) {
            return new PrinterStatus.Trouble(new Printing.Jammed());
        }
        return whole.recoverable() != 0
                ? new PrinterStatus.Trouble(new Printing.Offline())
                : new PrinterStatus.Ready((whole.paper() & KPM_NEAR_END) != 0);
    }
}
