package kz.adalkezek.kiosk.print;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Map;
import kz.adalkezek.log.Receipt;

/// The receipt's QR code at true dots: level M, the page in byte mode and the digits in numeric
/// mode, every module as wide as the paper allows, in whole double dots, which need a quarter of
/// the bytes.
final class QrCode {

    /// DENSO WAVE advises at least four dots of 1/203 inch for a module.
    static final int MODULE_MIN_DOTS = 4;

    /// More would only be slower on the wire.
    static final int MODULE_MAX_DOTS = 8;

    static final int QUIET_MODULES = 4;

    /// So many characters always fit into some QR code, if the page is no longer than it may be.
    private static final int SURE_CHARS = 5_000;

    /// What the largest code holds in byte mode at level M.
    private static final int BYTES_MAX = 2_331;

    /// White above and below the code, for the largest module.
    static final int QUIET_DOTS = QUIET_MODULES * MODULE_MAX_DOTS;

    private final String content;
    private final ByteMatrix modules;

    private QrCode(String content, ByteMatrix modules) {
        this.content = content;
        this.modules = modules;
    }

    /// What it says, in ASCII.
    String content() {
        return content;
    }

    /// The receipt in the longest form that this paper carries legibly.
    ///
    /// @param page the address before the digits
    static QrCode of(Paper paper, String page, Receipt receipt) {
        if (paper.fullReceipt() && receipt.isFull()) {
            var content = page + receipt.digits();
            if (content.length() <= SURE_CHARS) {
                var full = of(content);
                if (full.moduleDots(paper) >= MODULE_MIN_DOTS) {
                    return full;
                }
            }
        }
        return of(page + (receipt.isFull() ? receipt.shortened() : receipt).digits());
    }

    /// @throws IllegalArgumentException if no QR code holds so much
    static QrCode of(String content) {
        return new QrCode(content, encoded(content, Map.of(EncodeHintType.QR_COMPACT, true)));
    }

    private static ByteMatrix encoded(String content, Map<EncodeHintType, ?> hints) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + content.length(), e);
        }
    }

    /// A picture for a screen, with its quiet zone: one unit for each module.
    String svg() {
        int side = modules.getWidth();
        int across = side + 2 * QUIET_MODULES;
        var rows = new StringBuilder();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (modules.get(x, y) == 1) {
                    int from = x;
                    while (x + 1 < side && modules.get(x + 1, y) == 1) {
                        x++;
                    }
                    int length = x + 1 - from;
                    rows.append("M%d %dh%dv1h-%dz".formatted(from, y, length, length));
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="-%d -%d %d %d" \
        shape-rendering="crispEdges"><path fill="#fff" d="M-%d -%dh%dv%dh-%dz"/>\
        <path d="%s"/></svg>
        """
                .formatted(
                        QUIET_MODULES,
                        QUIET_MODULES,
                        across,
                        across,
                        QUIET_MODULES,
                        QUIET_MODULES,
                        across,
                        across,
                        across,
                        rows);
    }

    /// The dots of one module with its quiet zone within the width of the paper, an even number; 0
    /// if none fits.
    int moduleDots(Paper paper) {
        return even(dotsOf(modules.getWidth(), paper));
    }

    /// The same for a printer that puts all of it into byte mode; 0, too, if no code holds so much
    /// then.
    int moduleDotsInBytes(Paper paper) {
        if (content.length() > BYTES_MAX) {
            return 0;
        }
        return dotsOf(encoded(content, Map.of()).getWidth(), paper);
    }

    private static int dotsOf(int side, Paper paper) {
        return Math.min(MODULE_MAX_DOTS, paper.dots() / (side + 2 * QUIET_MODULES));
    }

    private static int even(int dots) {
        return dots - dots % 2;
    }

    /// The code without its quiet zone, in the middle of the paper's width.
    BufferedImage draw(Paper paper) {
        int dots = moduleDots(paper);
        int side = modules.getWidth();
        var image = new BufferedImage(paper.dots(), side * dots, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        int left = even((paper.dots() - side * dots) / 2);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (modules.get(x, y) == 1) {
                    graphics.fillRect(left + x * dots, y * dots, dots, dots);
                }
            }
        }
        graphics.dispose();
        return image;
    }
}
