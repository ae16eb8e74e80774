package kz.adalkezek.kiosk.print;

/// What the printer draws on, at 203 dots an inch.
///
/// @param dots the width that can be printed, a multiple of 8
/// @param fullReceipt whether the width carries the full receipt; else its first 127 bytes
public record Paper(int dots, boolean fullReceipt) {

    public static final Paper MM_80 = new Paper(576, true);
    public static final Paper MM_58 = new Paper(384, false);

    public static final int DOTS_PER_MM = 8;
    public static final int NARROWEST_DOTS = 360;
    public static final int WIDEST_DOTS = 832;

    public Paper {
        if (dots < NARROWEST_DOTS || dots > WIDEST_DOTS || dots % Byte.SIZE != 0) {
            throw new IllegalArgumentException("no printer draws " + dots + " dots wide");
        }
    }
}
