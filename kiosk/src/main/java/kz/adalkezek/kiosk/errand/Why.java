package kz.adalkezek.kiosk.errand;

import java.util.Locale;
import java.util.Optional;
import kz.adalkezek.kiosk.print.Printing;
import kz.adalkezek.queue.Code;

/// Why a number is on the screen and not on paper.
public enum Why {
    OUT_OF_PAPER("printer-out-of-paper", false),
    COVER_OPEN("printer-error", false),
    JAMMED("printer-error", true),
    OFFLINE("printer-error", false),
    UNREACHABLE("printer-error", true),
    /// It took the ticket and says nothing: there may be paper.
    SILENT("printer-silent", true);

    private final String reason;
    private final boolean mayBePrinted;

    Why(String reason, boolean mayBePrinted) {
        this.reason = reason;
        this.mayBePrinted = mayBePrinted;
    }

    /// Nothing where the paper is out as it should be.
    public static Optional<Why> of(Printing outcome) {
        return switch (outcome) {
            case Printing.Printed _ -> Optional.empty();
            case Printing.OutOfPaper _ -> Optional.of(OUT_OF_PAPER);
            case Printing.CoverOpen _ -> Optional.of(COVER_OPEN);
            case Printing.Jammed _ -> Optional.of(JAMMED);
            case Printing.Offline _ -> Optional.of(OFFLINE);
            case Printing.Unknown _ -> Optional.of(SILENT);
            case Printing.Unreachable _ -> Optional.of(UNREACHABLE);
        };
    }

    /// As pages see it: `out-of-paper`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The policy's reason for a hand-over that failed.
    Code reason() {
        return new Code(reason);
    }

    /// Whether a whole ticket may have come out, so that the next paper is a copy.
    boolean mayBePrinted() {
        return mayBePrinted;
    }
}
