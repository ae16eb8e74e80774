package kz.adalkezek.kiosk.sim;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a printer keeps of `GS ( k` until it is told to print: the size of a module, the level, the
/// content. It draws the code in one mode for all of the content, as simple printers do.
final class QrStore {

    /// As Epson's printers start.
    private static final int MODULE_DOTS = 3;

    private int moduleDots = MODULE_DOTS;
    private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
    private String content = "";

    void moduleDots(int dots) {
        moduleDots = dots;
    }

    /// 0 to 3 for L, M, Q, H.
    void level(int number) {
        level =
                switch (number) {
                    case 0 -> ErrorCorrectionLevel.L;
                    case 1 -> ErrorCorrectionLevel.M;
                    case 2 -> ErrorCorrectionLevel.Q;
                    default -> ErrorCorrectionLevel.H;
                };
    }

    /// One char a byte.
    void content(String bytes) {
        content = bytes;
    }

    /// Rows of the code, each module one dot of a picture.
    ///
    /// @throws QrException if nothing is stored, or more than any code holds
    List<boolean[]> modules() throws QrException {
        if (content.isEmpty()) {
            throw new QrException("no content is stored for the code");
        }
        try {
            var matrix = Encoder.encode(content, level, Map.of()).getMatrix();
            var rows = new ArrayList<boolean[]>();
            for (int y = 0; y < matrix.getHeight(); y++) {
                var row = new boolean[matrix.getWidth()];
                for (int x = 0; x < row.length; x++) {
                    row[x] = matrix.get(x, y) == 1;
                }
                rows.add(row);
            }
            return rows;
        } catch (WriterException e) {
            throw new QrException("no code holds " + content.length() + " bytes", e);
        }
    }

    int moduleDots() {
        return moduleDots;
    }

    static final class QrException extends Exception {

        private static final long serialVersionUID = 1;

        QrException(String message) {
            super(message);
        }

        QrException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
