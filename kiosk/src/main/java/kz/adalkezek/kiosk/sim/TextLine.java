package kz.adalkezek.kiosk.sim;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.kiosk.font.BundledFont;

/// A line of plain ASCII in cells of 12 by 24 dots, as printers draw it by themselves.
final class TextLine {

    static final int SPACING_DOTS = 30;

    private static final int CELL_WIDTH = 12;
    private static final int CELL_HEIGHT = 24;
    private static final int BASELINE = 19;
    private static final float FONT_DOTS = 19;

    private record Letter(char letter, boolean bold, boolean underline, int across, int down) {
        int width() {
            return across * CELL_WIDTH;
        }
    }

    private final int widthDots;
    private final Font regular = BundledFont.REGULAR.load().deriveFont(FONT_DOTS);
    private final Font heavy = BundledFont.BOLD.load().deriveFont(FONT_DOTS);
    private final List<Letter> letters = new ArrayList<>();

    private boolean bold;
    private boolean underline;
    private int across = 1;
    private int down = 1;

    TextLine(int widthDots) {
        this.widthDots = widthDots;
    }

    void reset() {
        letters.clear();
        bold(false);
        underline(false);
        size(1, 1);
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
        return taken + across * CELL_WIDTH <= widthDots
                && letters.add(new Letter(letter, bold, underline, across, down));
    }

    /// Draws the line as wide as its letters, and empties it.
    BufferedImage take() {
        int width = letters.stream().mapToInt(Letter::width).sum();
        int height = CELL_HEIGHT * letters.stream().mapToInt(Letter::down).max().orElse(1);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        int left = 0;
        for (var letter : letters) {
            var cell = graphics.create(left, 0, letter.width(), height);
            var scaled = (Graphics2D) cell;
            scaled.translate(0, height - CELL_HEIGHT * letter.down());
            scaled.scale(letter.across(), letter.down());
            draw(scaled, letter);
            cell.dispose();
            left += letter.width();
        }
        graphics.dispose();
        letters.clear();
        return image;
    }

    private void draw(Graphics2D cell, Letter letter) {
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
