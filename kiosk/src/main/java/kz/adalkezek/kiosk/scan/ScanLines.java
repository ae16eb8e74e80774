package kz.adalkezek.kiosk.scan;

import java.util.ArrayList;
import java.util.List;

/// Cuts what a scanner sends into codes, each of which ends with CR or LF. For one thread.
final class ScanLines {

    /// No QR code holds more.
    static final int CODE_MAX_CHARS = 7_200;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private final StringBuilder line = new StringBuilder();
    private boolean spoilt;

    /// @return the codes that are whole with these bytes; the empty text for one that is too long
    ///   or has bytes that no code has
    List<String> take(byte[] bytes) {
        var codes = new ArrayList<String>();
        for (byte next : bytes) {
            int unsigned = Byte.toUnsignedInt(next);
            if (next == '\r' || next == '\n') {
                end(codes);
            } else if (unsigned < FIRST_PRINTABLE
                    || unsigned > LAST_PRINTABLE
                    || line.length() == CODE_MAX_CHARS) {
                spoilt = true;
            } else {
                line.append((char) next);
            }
        }
        return codes;
    }

    /// What was sent before the line broke is no part of what comes after.
    void forget() {
        line.setLength(0);
        spoilt = false;
    }

    private void end(List<String> codes) {
        if (spoilt) {
            codes.add("");
        } else if (!line.isEmpty()) {
            codes.add(line.toString());
        }
        forget();
    }
}
