package kz.adalkezek.kiosk.print;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.adalkezek.kiosk.font.BundledFont;
import kz.adalkezek.kiosk.print.Block.Style;

/// Measures words in dots and breaks them into lines.
final class Typesetter {

    static final String NO_BREAK_SPACE = "\u00A0";

    /// Neither grey nor parts of dots.
    static final FontRenderContext DOTS = new FontRenderContext(null, false, false);

    private static final int BALANCE_STEP_DOTS = 8;
    private static final double LINE_HEIGHT = 1.28;

    private final Font regular = BundledFont.REGULAR.load();
    private final Font bold = BundledFont.BOLD.load();

    static int lineHeight(Style style) {
        return (int) Math.ceil(style.dots * LINE_HEIGHT);
    }

    Font font(Style style) {
        return (style.bold ? bold : regular).deriveFont((float) style.dots);
    }

    Font bold(int dots) {
        return bold.deriveFont((float) dots);
    }

    int advance(String line, Style style) {
        return (int) Math.ceil(font(style).getStringBounds(line, DOTS).getWidth());
    }

    /// Breaks at spaces into as few lines as possible, and these as equal as possible; a word that
    /// is wider than the room is cut where the room ends.
    ///
    /// @throws IllegalArgumentException if the font lacks a character: none is ever replaced
    List<String> wrapped(String words, Style style, int room) {
        requireGlyphs(words, font(style));
        // A number sign alone at the end of a line would be an orphan.
        var parts = words.replace("№ ", "№" + NO_BREAK_SPACE).split(" ", -1);
        var lines = broken(parts, style, room);
        int longest = Arrays.stream(parts).mapToInt(part -> advance(part, style)).max().orElse(0);
        int narrower = room - BALANCE_STEP_DOTS;
        while (lines.size() > 1 && narrower >= longest) {
            var evener = broken(parts, style, narrower);
            if (evener.size() > lines.size()) {
                return lines;
            }
            lines = evener;
            narrower -= BALANCE_STEP_DOTS;
        }
        return lines;
    }

    private List<String> broken(String[] words, Style style, int room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words) {
            int before = line.length();
            line.append(before == 0 ? "" : " ").append(word);
            if (before > 0 && advance(line.toString(), style) > room) {
                line.setLength(before);
                lines.add(line.toString());
                line = new StringBuilder(word);
            }
            while (advance(line.toString(), style) > room) {
                int fits = charactersThatFit(line.toString(), style, room);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private int charactersThatFit(String word, Style style, int room) {
        int fits = Math.max(1, word.length() - 1);
        while (fits > 1 && advance(word.substring(0, fits), style) > room) {
            fits--;
        }
        return fits;
    }

    private static void requireGlyphs(String words, Font font) {
        int missing = font.canDisplayUpTo(words);
        if (missing >= 0) {
            throw new IllegalArgumentException(
                    "the font has no sign for U+%04X".formatted(words.codePointAt(missing)));
        }
    }
}
