package kz.adalkezek.kiosk.print;

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

    enum Style {
        SMALL(22, false),
        NORMAL(26, false),
        NAME(30, true),
        FIGURE(42, true);

        /// The font's em, in dots.
        final int dots;

        final boolean bold;

        Style(int dots, boolean bold) {
            this.dots = dots;
            this.bold = bold;
        }
    }
}
