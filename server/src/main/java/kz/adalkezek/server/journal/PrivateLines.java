package kz.adalkezek.server.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;

/// Records as lines, in the bytes of a file.
final class PrivateLines {

    private static final byte ERASED = ' ';

    private PrivateLines() {}

    /// A record and where it begins in the file.
    static final class Line {
        private final int start;
        private final byte[] record;

        private Line(int start, byte[] record) {
            this.start = start;
            this.record = record;
        }

        int start() {
            return start;
        }

        byte[] record() {
            return record;
        }

        byte[] blank() {
            var blank = new byte[record.length];
            Arrays.fill(blank, ERASED);
            return blank;
        }

        /// Erased, or left as zeros by a crash.
        private boolean isGone() {
            boolean blank = true;
            for (byte character : record) {
                if (character == 0) {
                    return true;
                }
                blank &= character == ERASED;
            }
            return blank;
        }
    }

    /// The records that are there. What stands behind the last newline was torn by a crash before
    /// it was forced.
    static Stream<Line> whole(byte[] file) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n') {
                lines.add(new Line(start, Arrays.copyOfRange(file, start, i)));
                start = i + 1;
            }
        }
        return lines.stream().filter(line -> !line.isGone());
    }

    /// The bytes up to and with the last newline.
    static int wholeLength(byte[] file) {
        int length = file.length;
        while (length > 0 && file[length - 1] != '\n') {
            length--;
        }
        return length;
    }
}
