package kz.adalkezek.kiosk.print;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import kz.adalkezek.kiosk.font.BundledFont;

/// A ruler over the whole width of the head: centimetres above the line, hundreds of dots below.
/// The strokes at both ends are missing on a printer that is narrower than its profile says.
final class Ruler {

    private static final double MM_AN_INCH = 25.4;
    private static final int HEIGHT_DOTS = 76;
    private static final int LINE_DOTS = 38;
    private static final int MM_STROKE_DOTS = 6;
    private static final int CM_STROKE_DOTS = 14;
    private static final int FONT_DOTS = 18;
    private static final int MM_A_CM = 10;
    private static final int DOTS_A_STROKE = 50;
    private static final int DOTS_A_FIGURE = 100;

    private Ruler() {}

    static BufferedImage draw(Profile profile) {
        int width = profile.paper().dots();
        var image = new BufferedImage(width, HEIGHT_DOTS, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, HEIGHT_DOTS);
        graphics.setColor(Color.BLACK);
        graphics.setFont(BundledFont.REGULAR.load().deriveFont(Font.PLAIN, FONT_DOTS));
        graphics.fillRect(0, LINE_DOTS, width, 2);
        graphics.fillRect(0, LINE_DOTS - CM_STROKE_DOTS, 2, 2 * CM_STROKE_DOTS);
        graphics.fillRect(width - 2, LINE_DOTS - CM_STROKE_DOTS, 2, 2 * CM_STROKE_DOTS);
        drawMillimetres(graphics, width, profile.dpi());
        drawDots(graphics, width);
        graphics.dispose();
        return image;
    }

    private static void drawMillimetres(Graphics2D graphics, int width, int dpi) {
        for (int mm = 1; Math.round(mm * dpi / MM_AN_INCH) < width; mm++) {
            int x = (int) Math.round(mm * dpi / MM_AN_INCH);
            boolean whole = mm % MM_A_CM == 0;
            int stroke = whole ? CM_STROKE_DOTS : MM_STROKE_DOTS;
            graphics.fillRect(x, LINE_DOTS - stroke, whole ? 2 : 1, stroke);
            if (whole) {
                drawFigure(graphics, mm, x, LINE_DOTS - CM_STROKE_DOTS - 4);
            }
        }
    }

    private static void drawDots(Graphics2D graphics, int width) {
        for (int x = DOTS_A_STROKE; x < width; x += DOTS_A_STROKE) {
            boolean whole = x % DOTS_A_FIGURE == 0;
            graphics.fillRect(x, LINE_DOTS, whole ? 2 : 1, whole ? CM_STROKE_DOTS : MM_STROKE_DOTS);
            if (whole) {
                drawFigure(graphics, x, x, HEIGHT_DOTS - 6);
            }
        }
    }

    private static void drawFigure(Graphics2D graphics, int figure, int middle, int baseline) {
        var text = Integer.toString(figure);
        int wide = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, middle - wide / 2, baseline);
    }
}
