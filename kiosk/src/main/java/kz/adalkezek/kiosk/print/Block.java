package kz.adalkezek.kiosk.print;

import java.awt.image.BufferedImage;
import java.util.List;

/// One piece of a ticket, from top to bottom. All pieces are centred.
sealed interface Block {

    /// Words that wrap at the width of the paper.
    record Text(String words, Style style) implements Block {}

    /// The ticket's number, 20 mm high where the paper is wide enough.
    record TicketName(String shown) implements Block {}

    /// Figures side by side, each over its words.
    record Facts(List<Fact> facts) implements Block {}

    record Fact(String figure, List<String> words) {}

    /// A dashed line from side to side.
    record Dashes() implements Block {}

    record Gap(int dots) implements Block {}

    /// The receipt.
    record Code(QrCode code) implements Block {}

    /// The branch's own, as wide as the paper.
    record Picture(BufferedImage image) implements Block {}

    /// Never in the printer's own letters.
    record Drawn(Text text) implements Block {}

    /// Never by the printer itself.
    record DrawnCode(QrCode code) implements Block {}

    /// In the printer's own letters of one page, which has all of them.
    ///
    /// @param number by which the printer selects the page
    record Letters(CodePage page, int number, String words) implements Block {}

    enum Style {
        SMALL(22, false, 1),
        NORMAL(26, false, 1),
        NAME(30, true, 1),
        FIGURE(42, true, 2);

        /// The font's em, in dots.
        final int dots;

        final boolean bold;

        /// How many times wider and higher than usual the printer's own letters are.
        final int times;

        Style(int dots, boolean bold, int times) {
            this.dots = dots;
            this.bold = bold;
            this.times = times;
        }
    }
}
