package kz.adalkezek.kiosk.print;

import java.util.Arrays;

/// Pictures whose dots come in squares of two by two, as those of a QR code do. A printer makes
/// each dot such a square by itself when it is asked to: a quarter of the bytes on the wire, and
/// the same paper.
final class DoubleDots {

    private static final int EVERY_SECOND_BIT = 0x55;

    private DoubleDots() {}

    /// @param rows whole bytes, the high bit left
    static boolean are(byte[][] rows) {
        if (rows.length % 2 != 0 || rows[0].length % 2 != 0) {
            return false;
        }
        for (int y = 0; y < rows.length; y += 2) {
            if (!Arrays.equals(rows[y], rows[y + 1])) {
                return false;
            }
            for (byte dots : rows[y]) {
                if (((dots ^ dots >> 1) & EVERY_SECOND_BIT) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// One dot for each square.
    static byte[][] halved(byte[][] rows) {
        var half = new byte[rows.length / 2][rows[0].length / 2];
        for (int y = 0; y < half.length; y++) {
            for (int x = 0; x < half[y].length; x++) {
                int left = everySecond(rows[2 * y][2 * x]);
                half[y][x] = (byte) (left << 4 | everySecond(rows[2 * y][2 * x + 1]));
            }
        }
        return half;
    }

    /// Four bits of eight.
    private static int everySecond(byte dots) {
        return (dots & 1) | (dots >> 1 & 2) | (dots >> 2 & 4) | (dots >> 3 & 8);
    }
}
