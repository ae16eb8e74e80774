package kz.adalkezek.queue;

/// A part of a kiosk whose state it tells.
public enum Part {
    PRINTER,
    LED,
    LAMP,
    SCANNER,
    DOOR,
    HELP,
    CLOCK,
    NUMBERS,
    JOURNAL;

    public static final long PRINTED_MAX = 1_000_000_000;

    /// How a part can be. `SILENT` means that it says nothing of itself: nobody knows.
    public enum Condition {
        READY,
        PAPER_LOW,
        OUT_OF_PAPER,
        COVER_OPEN,
        JAMMED,
        OFFLINE,
        UNREACHABLE,
        SILENT,
        FAULT,
        CLOSED,
        OPEN,
        CALLED,
        ANSWERED,
        RIGHT,
        WRONG,
        ENOUGH,
        LOW,
        OUT,
        SOUND
    }

    public boolean has(Condition condition) {
        return switch (condition) {
            case READY -> this == PRINTER || this == LED || this == LAMP || this == SCANNER;
            case PAPER_LOW, OUT_OF_PAPER, COVER_OPEN, JAMMED, OFFLINE, SILENT -> this == PRINTER;
            case UNREACHABLE -> this == PRINTER || this == LED || this == SCANNER;
            case FAULT -> this == LAMP || this == JOURNAL;
            case CLOSED, OPEN -> this == DOOR;
            case CALLED, ANSWERED -> this == HELP;
            case RIGHT, WRONG -> this == CLOCK;
            case ENOUGH, LOW, OUT -> this == NUMBERS;
            case SOUND -> this == JOURNAL;
        };
    }
}
