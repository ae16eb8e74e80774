package kz.adalkezek.kiosk.sim;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Turns orders into rows of dots that wait for the paper.
final class PrintHead {

    private static final int CENTRE = 1;
    private static final int RIGHT = 2;
    private static final int WHITE = 0xFFFFFFFF;

    private final int widthDots;
    private final TextLine line;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int align;
    private int spacing = TextLine.SPACING_DOTS;

    PrintHead(int widthDots) {
        this.widthDots = widthDots;
        this.line = new TextLine(widthDots);
    }

    /// The next row for the paper.
    byte[] take() {
        return waiting.removeFirst();
    }

    boolean isIdle() {
        return waiting.isEmpty();
    }

    void forget() {
        waiting.clear();
        line.reset();
    }

    void initialize() {
        line.reset();
        align = 0;
        spacing = TextLine.SPACING_DOTS;
    }

    void align(int side) {
        align = side;
    }

    void spacing(int dots) {
        spacing = dots;
    }

    TextLine line() {
        return line;
    }

    void letter(char letter) {
        if (!line.add(letter)) {
            lineFeed();
            line.add(letter);
        }
    }

    void lineFeed() {
        if (line.isEmpty()) {
            feed(spacing);
            return;
        }
        var image = line.take();
        for (int y = 0; y < image.getHeight(); y++) {
            waiting.add(row(image, y));
        }
        feed(Math.max(0, spacing - image.getHeight()));
    }

    void feed(int dots) {
        for (int i = 0; i < dots; i++) {
            waiting.add(new byte[widthDots / Byte.SIZE]);
        }
    }

    void raster(Order.Raster raster) {
        for (byte[] bits : raster.rows()) {
            int width = bits.length * Byte.SIZE * raster.across();
            byte[] row = new byte[widthDots / Byte.SIZE];
            for (int x = 0; x < width; x++) {
                int source = x / raster.across();
                if ((bits[source / Byte.SIZE] & (0x80 >> source % Byte.SIZE)) != 0) {
                    mark(row, left(width) + x);
                }
            }
            for (int i = 0; i < raster.down(); i++) {
                waiting.add(row);
            }
        }
    }

    /// Each module a square of dots.
    ///
    /// @return false if it is wider than the paper, and then nothing is printed
    boolean code(List<boolean[]> modules, int dots) {
        int width = modules.size() * dots;
        if (width > widthDots) {
            return false;
        }
        for (var line : modules) {
            byte[] row = new byte[widthDots / Byte.SIZE];
            for (int x = 0; x < width; x++) {
                if (line[x / dots]) {
                    mark(row, left(width) + x);
                }
            }
            for (int i = 0; i < dots; i++) {
                waiting.add(row);
            }
        }
        return true;
    }

    private byte[] row(BufferedImage image, int y) {
        byte[] row = new byte[widthDots / Byte.SIZE];
        for (int x = 0; x < image.getWidth(); x++) {
            if (image.getRGB(x, y) != WHITE) {
                mark(row, left(image.getWidth()) + x);
            }
        }
        return row;
    }

    private int left(int width) {
        return switch (align) {
            case CENTRE -> (widthDots - width) / 2;
            case RIGHT -> widthDots - width;
            default -> 0;
        };
    }

    private static void mark(byte[] row, int x) {
        row[x / Byte.SIZE] |= (byte) (0x80 >> x % Byte.SIZE);
    }
}
