package kz.adalkezek.kiosk.print;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Writes ESC/POS, centred by the printer: pictures as `GS v 0`, which every known thermal printer
/// takes, in strips of at most 255 rows and cropped to their ink; and, for printers whose profile
/// has them, letters of a code page and QR codes. At 19,200 baud every thousand bytes are half a
/// second of waiting.
final class EscPos {

    static final int STRIP_MAX_ROWS = 255;

    private static final int FEED_MAX_DOTS = 255;

    /// White rows from this number on are fed and not sent.
    private static final int GAP_MIN_ROWS = 8;

    private static final int AS_IT_IS = 0;
    private static final int TWICE_AS_WIDE_AND_HIGH = 3;

    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int ENQ = 0x05;
    private static final int DC4 = 0x14;

    /// One more dot beside the only dot of the byte 0x10.
    private static final int DLE_WITH_A_NEIGHBOUR = 0x18;

    private static final int NO_PAGE = -1;

    /// Past the edge at which paper is torn off.
    private static final int TEAR_FEED_LINES = 5;

    /// What `GS ( k` counts in the length of its data before them.
    private static final int QR_HEAD_BYTES = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int owedFeedDots;
    private int page = NO_PAGE;
    private boolean bold;
    private int times = 1;

    EscPos() {
        put(0x1B, 0x40); // ESC @: forget what was before
        put(0x1C, 0x2E); // FS .: leave the Kanji mode in which Chinese printers start
        put(0x1B, 0x61, 1); // ESC a: centre
    }

    EscPos feed(int dots) {
        owedFeedDots += dots;
        return this;
    }

    EscPos picture(BufferedImage image) {
        var rows = rows(image);
        int done = 0;
        while (done < rows.length) {
            int inked = done;
            while (inked < rows.length && isWhite(rows[inked])) {
                inked++;
            }
            feed(inked - done);
            done = endOfBand(rows, inked);
            if (inked < done) {
                putBand(Arrays.copyOfRange(rows, inked, done));
            }
        }
        return this;
    }

    /// One line of the printer's own letters.
    ///
    /// @param page by which `ESC t` selects its code page
    /// @param times how much wider and higher than usual, 1 to 8
    EscPos letters(int page, byte[] line, boolean bold, int times) {
        putFeed();
        if (this.page != page) {
            this.page = page;
            put(0x1B, 0x74, page);
        }
        if (this.bold != bold) {
            this.bold = bold;
            put(0x1B, 0x45, bold ? 1 : 0);
        }
        if (this.times != times) {
            this.times = times;
            put(0x1D, 0x21, (times - 1) << 4 | (times - 1));
        }
        bytes.writeBytes(line);
        put('\n');
        return this;
    }

    /// A QR code of level M, drawn by the printer.
    ///
    /// @param dots of one module, 1 to 16
    EscPos qr(byte[] content, int dots) {
        putFeed();
        int length = content.length + QR_HEAD_BYTES;
        put(0x1D, 0x28, 0x6B, 4, 0, 0x31, 0x41, 0x32, 0); // model 2
        put(0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x43, dots);
        put(0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x45, 0x31); // level M
        put(0x1D, 0x28, 0x6B, length % 256, length / 256, 0x31, 0x50, 0x30);
        bytes.writeBytes(content);
        put(0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30); // print what is stored
        return this;
    }

    /// Feeds the last line past the knife and cuts, where there is one.
    EscPos cut(Cutter cutter) {
        putFeed();
        switch (cutter) {
            case PARTIAL -> put(0x1D, 0x56, 0x42, 0);
            case FULL -> put(0x1D, 0x56, 0x41, 0);
            case NONE -> put(0x1B, 0x64, TEAR_FEED_LINES);
        }
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// The row after the ink that begins here: the next long white gap, or the end.
    private static int endOfBand(byte[][] rows, int from) {
        int end = from;
        for (int row = from; row < rows.length && row - end < GAP_MIN_ROWS; row++) {
            if (!isWhite(rows[row])) {
                end = row + 1;
            }
        }
        return end;
    }

    private void putBand(byte[][] rows) {
        boolean doubled = DoubleDots.are(rows);
        var sent = doubled ? DoubleDots.halved(rows) : rows;
        int mode = doubled ? TWICE_AS_WIDE_AND_HIGH : AS_IT_IS;
        for (int top = 0; top < sent.length; top += STRIP_MAX_ROWS) {
            putStrip(sent, top, Math.min(top + STRIP_MAX_ROWS, sent.length), mode);
        }
    }

    private void putStrip(byte[][] rows, int top, int bottom, int mode) {
        putFeed();
        int width = rows[top].length;
        int crop = crop(rows, top, bottom);
        int across = width - 2 * crop;
        put(0x1D, 0x76, 0x30, mode, across, 0, bottom - top, 0);
        for (int row = top; row < bottom; row++) {
            for (int x = crop; x < width - crop; x++) {
                boolean harmless = harmless(rows, row, x, crop, bottom);
                bytes.write(harmless ? rows[row][x] : DLE_WITH_A_NEIGHBOUR);
            }
        }
    }

    /// Printers obey real-time commands even inside a picture: `DLE ENQ` would throw the ticket
    /// away. So a picture holds none; the price is one dot.
    private static boolean harmless(byte[][] rows, int row, int x, int crop, int bottom) {
        if (rows[row][x] != DLE) {
            return true;
        }
        boolean lastInRow = x == rows[row].length - crop - 1;
        if (lastInRow && row + 1 == bottom) {
            return true;
        }
        int next = lastInRow ? rows[row + 1][crop] : rows[row][x + 1];
        return next != EOT && next != ENQ && next != DC4;
    }

    /// The bytes that are white on both sides; taking as many left as right keeps the middle.
    private static int crop(byte[][] rows, int top, int bottom) {
        int most = (rows[top].length - 1) / 2;
        for (int row = top; row < bottom; row++) {
            int x = 0;
            while (x < most && rows[row][x] == 0 && rows[row][rows[row].length - 1 - x] == 0) {
                x++;
            }
            most = x;
        }
        return most;
    }

    private void putFeed() {
        while (owedFeedDots > 0) {
            int dots = Math.min(owedFeedDots, FEED_MAX_DOTS);
            put(0x1B, 0x4A, dots);
            owedFeedDots -= dots;
        }
    }

    private void put(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
    }

    /// The high bit is the left dot, 1 is black. Java packs such pictures alike, with 1 for white.
    private static byte[][] rows(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_BYTE_BINARY
                || image.getWidth() % Byte.SIZE != 0) {
            throw new IllegalArgumentException("only whole bytes of black and white dots");
        }
        byte[] packed = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth() / Byte.SIZE;
        var rows = new byte[image.getHeight()][width];
        for (int i = 0; i < packed.length; i++) {
            rows[i / width][i % width] = (byte) ~packed[i];
        }
        return rows;
    }

    private static boolean isWhite(byte[] row) {
        for (byte dots : row) {
            if (dots != 0) {
                return false;
            }
        }
        return true;
    }
}
