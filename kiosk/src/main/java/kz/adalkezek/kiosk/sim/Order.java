package kz.adalkezek.kiosk.sim;

import java.util.List;

/// One whole ESC/POS command, as the parser understood it.
sealed interface Order {

    record Initialize() implements Order {}

    /// One sign of the code page that is selected.
    record Letter(int code) implements Order {}

    /// Another code page, which the printer has.
    record SelectPage(int number) implements Order {}

    /// Cells of 9 by 17 dots, or the usual ones of 12 by 24.
    record SelectFont(boolean small) implements Order {}

    /// White letters on black.
    record Reverse(boolean on) implements Order {}

    /// Several of the above in one.
    record Mode(boolean small, boolean bold, boolean underline, int across, int down)
            implements Order {}

    /// For the next QR code.
    record QrModule(int dots) implements Order {}

    /// 0 to 3 for L, M, Q and H.
    record QrLevel(int level) implements Order {}

    /// @param bytes one char a byte
    record QrContent(String bytes) implements Order {}

    record QrPrint() implements Order {}

    record LineFeed() implements Order {}

    /// 0 left, 1 centre, 2 right.
    record Align(int side) implements Order {}

    record Bold(boolean on) implements Order {}

    record Underline(boolean on) implements Order {}

    record Size(int across, int down) implements Order {}

    /// The height of a line of text.
    record LineSpacing(int dots) implements Order {}

    record FeedLines(int lines) implements Order {}

    record FeedDots(int dots) implements Order {}

    /// @param rows bits, the high bit left, 1 black
    /// @param across how wide every dot becomes: 1 or 2
    /// @param down how high: 1 or 2
    record Raster(List<byte[]> rows, int across, int down) implements Order {}

    /// @param pastKnife whether the paper is first fed until the last line has passed the knife
    /// @param feedDots how much further
    record Cut(boolean pastKnife, int feedDots) implements Order {}

    record TellPaper() implements Order {}

    /// From now on, unasked: when on-line, error or paper change.
    record TellChanges(int mask) implements Order {}

    record TellIdentity(int which) implements Order {}

    /// Understood, without an effect on this paper.
    record Nothing() implements Order {}

    /// What a real printer would not understand.
    record Wrong(String why) implements Order {}
}
