package kz.adalkezek.kiosk.sim;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A piece of paper that came out of a simulated printer, true to the dot.
public final class CutPaper {

    private final long number;
    private final boolean torn;
    private final int widthDots;
    private final byte[][] rows;

    CutPaper(long number, boolean torn, int widthDots, byte[][] rows) {
        this.number = number;
        this.torn = torn;
        this.widthDots = widthDots;
        this.rows = rows;
    }

    /// Counts from 1 since the simulator was made.
    public long number() {
        return number;
    }

    /// Whether the paper ended or was pulled out here, with no cut.
    public boolean torn() {
        return torn;
    }

    /// Lines of dots that have ink or stand before one that has.
    public int printedRows() {
        int printed = rows.length;
        while (printed > 0 && isBlank(rows[printed - 1])) {
            printed--;
        }
        return printed;
    }

    private static boolean isBlank(byte[] row) {
        for (byte dots : row) {
            if (dots != 0) {
                return false;
            }
        }
        return true;
    }

    /// A new picture of one bit a dot, white or black.
    public BufferedImage image() {
        int height = Math.max(1, rows.length);
        var image = new BufferedImage(widthDots, height, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, widthDots, height);
        graphics.dispose();
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < widthDots; x++) {
                if ((rows[y][x / Byte.SIZE] & (0x80 >> x % Byte.SIZE)) != 0) {
                    image.setRGB(x, y, Color.BLACK.getRGB());
                }
            }
        }
        return image;
    }

    public byte[] png() {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return png.toByteArray();
    }
}
