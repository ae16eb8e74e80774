package kz.adalkezek.kiosk.sim;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.kiosk.font.BundledFont;

/// A line of letters in cells of 12 by 24 dots, or of 9 by 17, as printers draw them by themselves.
final class TextLine {

    static final int SPACING_DOTS = 30;

    private static final int CELL_WIDTH = 12;
    private static final int CELL_HEIGHT = 24;
    private static final int BASELINE = 19;
    private static final float FONT_DOTS = 19;
    private static final int SMALL_CELL_WIDTH = 9;
    private static final int SMALL_CELL_HEIGHT = 17;

    private record Letter(
            char letter,
            boolean small,
            boolean bold,
            boolean underline,
            boolean reverse,
            int across,
            int down) {

        int width() {
            return across * (small ? SMALL_CELL_WIDTH : CELL_WIDTH);
        }

        int height() {
            return down * (small ? SMALL_CELL_HEIGHT : CELL_HEIGHT);
        }
    }

    private final int widthDots;
    private final Font regular = BundledFont.REGULAR.load().deriveFont(FONT_DOTS);
    private final Font heavy = BundledFont.BOLD.load().deriveFont(FONT_DOTS);
    private final List<Letter> letters = new ArrayList<>();

    private boolean small;
    private boolean bold;
    private boolean underline;
    private boolean reverse;
    private int across = 1;
    private int down = 1;

    TextLine(int widthDots) {
        this.widthDots = widthDots;
    }

    void reset() {
        letters.clear();
        small(false);
        bold(false);
        underline(false);
        reverse(false);
        size(1, 1);
    }

    void small(boolean on) {
        small = on;
    }

    void reverse(boolean on) {
        reverse = on;
    }

    void mode(Order.Mode mode) {
        small(mode.small());
        bold(mode.bold());
        underline(mode.underline());
        size(mode.across(), mode.down());
    }

    void bold(boolean on) {
        bold = on;
    }

    void underline(boolean on) {
        underline = on;
    }

    void size(int across, int down) {
        this.across = across;
        this.down = down;
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    /// False when the line is full and has to be printed first.
    boolean add(char letter) {
        int taken = letters.stream().mapToInt(Letter::width).sum();
        var next = new Letter(letter, small, bold, underline, reverse, across, down);
        return taken + next.width() <= widthDots && letters.add(next);
    }

    /// Draws the line as wide as its letters, and empties it.
    BufferedImage take() {
        int width = letters.stream().mapToInt(Letter::width).sum();
        int height = letters.stream().mapToInt(Letter::height).max().orElse(CELL_HEIGHT);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        int left = 0;
        for (var letter : letters) {
            var cell = graphics.create(left, 0, letter.width(), height);
            var scaled = (Graphics2D) cell;
            scaled.translate(0, height - letter.height());
            scaled.scale(
                    (double) letter.width() / CELL_WIDTH, (double) letter.height() / CELL_HEIGHT);
            draw(scaled, letter);
            cell.dispose();
            left += letter.width();
        }
        graphics.dispose();
        letters.clear();
        return image;
    }

    private void draw(Graphics2D cell, Letter letter) {
        if (letter.reverse()) {
            cell.fillRect(0, 0, CELL_WIDTH, CELL_HEIGHT);
            cell.setColor(Color.WHITE);
        }
        if (letter.underline()) {
            cell.fillRect(0, CELL_HEIGHT - 2, CELL_WIDTH, 2);
        }
        var font = letter.bold() ? heavy : regular;
        var text = String.valueOf(letter.letter());
        double wide = font.getStringBounds(text, cell.getFontRenderContext()).getWidth();
        cell.translate(Math.max(0, (CELL_WIDTH - wide) / 2), 0);
        cell.scale(Math.min(1, CELL_WIDTH / wide), 1);
        cell.setFont(font);
        cell.drawString(text, 0, BASELINE);
    }
}
