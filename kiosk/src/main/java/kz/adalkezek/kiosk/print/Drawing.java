package kz.adalkezek.kiosk.print;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import kz.adalkezek.kiosk.print.Block.Fact;
import kz.adalkezek.kiosk.print.Block.Style;

/// Draws pieces of a ticket dot by dot: black or white, no grey, since a thermal head knows none.
/// Every picture is as wide as the paper.
final class Drawing {

    private static final int NUMBER_HEIGHT_DOTS = 20 * Paper.DOTS_PER_MM;

    /// The number may be narrowed this far before it gets smaller instead.
    private static final double NARROWEST = 0.7;

    /// Left free on both sides, for a head that stands a little aside.
    static final int MARGIN_DOTS = 12;

    private static final int BETWEEN_FACTS_DOTS = 12;
    private static final int DASH_DOTS = 6;

    /// Between the letter and the digits, as a part of the number's height.
    private static final double NUMBER_GAP = 0.3;

    private final int width;
    private final Typesetter type = new Typesetter();

    Drawing(Paper paper) {
        this.width = paper.dots();
    }

    BufferedImage text(String words, Style style) {
        var lines = type.wrapped(words, style, width - 2 * MARGIN_DOTS);
        var image = blank(Typesetter.lineHeight(style) * lines.size());
        var graphics = black(image);
        drawLines(graphics, lines, style, 0, width / 2);
        graphics.dispose();
        return image;
    }

    /// Capitals and digits 20 mm high; a long number is narrowed, and then made smaller. It is
    /// drawn in double dots: in letters of this size nobody sees them, and they need a quarter of
    /// the bytes.
    BufferedImage number(String shown) {
        var font = type.bold(NUMBER_HEIGHT_DOTS);
        var outline = numberOutline(shown, font);
        var capital = font.createGlyphVector(Typesetter.DOTS, "Е").getOutline().getBounds2D();
        double down = NUMBER_HEIGHT_DOTS / capital.getHeight();
        double room = width - 4 * MARGIN_DOTS;
        double across = Math.min(down, room / outline.getBounds2D().getWidth());
        down = Math.min(down, across / NARROWEST);
        outline.transform(AffineTransform.getScaleInstance(across / 2, down / 2));
        return doubled(middle(outline, width / 2));
    }

    /// The shape in the middle of a picture of its height.
    private static BufferedImage middle(Path2D shape, int width) {
        var bounds = shape.getBounds2D();
        var image = blank(width, (int) Math.ceil(bounds.getHeight()));
        var graphics = black(image);
        graphics.translate((width - bounds.getWidth()) / 2 - bounds.getX(), -bounds.getY());
        graphics.fill(shape);
        graphics.dispose();
        return image;
    }

    private static BufferedImage doubled(BufferedImage image) {
        var twice = blank(2 * image.getWidth(), 2 * image.getHeight());
        var graphics = twice.createGraphics();
        graphics.drawImage(image, 0, 0, twice.getWidth(), twice.getHeight(), null);
        graphics.dispose();
        return twice;
    }

    /// A space of normal width would be a hole in so large a number.
    private static Path2D numberOutline(String shown, Font font) {
        var outline = new Path2D.Double();
        for (var part : shown.split(Typesetter.NO_BREAK_SPACE, -1)) {
            var next = font.createGlyphVector(Typesetter.DOTS, part).getOutline();
            double gap = outline.getCurrentPoint() == null ? 0 : NUMBER_HEIGHT_DOTS * NUMBER_GAP;
            double left = outline.getBounds2D().getMaxX() + gap - next.getBounds2D().getX();
            outline.append(
                    AffineTransform.getTranslateInstance(left, 0).createTransformedShape(next),
                    false);
        }
        return outline;
    }

    /// Side by side in equal columns, or below each other where a column would be too narrow.
    BufferedImage facts(List<Fact> facts) {
        int column = (width - 2 * MARGIN_DOTS) / facts.size();
        int room = column - BETWEEN_FACTS_DOTS;
        if (facts.stream().allMatch(fact -> widest(fact) <= room)) {
            return besides(facts, column, room);
        }
        var parts =
                facts.stream()
                        .map(fact ->
                                besides(
                                        List.of(fact),
                                        width - 2 * MARGIN_DOTS,
                                        width - 2 * MARGIN_DOTS))
                        .toList();
        int heights = parts.stream().mapToInt(BufferedImage::getHeight).sum();
        var image = blank(heights + BETWEEN_FACTS_DOTS * (parts.size() - 1));
        var graphics = image.createGraphics();
        int top = 0;
        for (var part : parts) {
            graphics.drawImage(part, 0, top, null);
            top += part.getHeight() + BETWEEN_FACTS_DOTS;
        }
        graphics.dispose();
        return image;
    }

    private BufferedImage besides(List<Fact> facts, int column, int room) {
        var words = new ArrayList<List<String>>();
        for (var fact : facts) {
            var lines = new ArrayList<String>();
            fact.words().forEach(line -> lines.addAll(type.wrapped(line, Style.SMALL, room)));
            words.add(lines);
        }
        int most = words.stream().mapToInt(List::size).max().orElseThrow();
        int figure = Typesetter.lineHeight(Style.FIGURE);
        var image = blank(figure + most * Typesetter.lineHeight(Style.SMALL));
        var graphics = black(image);
        for (int i = 0; i < facts.size(); i++) {
            int middle = MARGIN_DOTS + column * i + column / 2;
            drawLines(graphics, List.of(facts.get(i).figure()), Style.FIGURE, 0, middle);
            drawLines(graphics, words.get(i), Style.SMALL, figure, middle);
        }
        graphics.dispose();
        return image;
    }

    /// The figure or the longest word, which cannot wrap.
    private int widest(Fact fact) {
        int widest = type.advance(fact.figure(), Style.FIGURE);
        for (var word : String.join(" ", fact.words()).split(" ", -1)) {
            widest = Math.max(widest, type.advance(word, Style.SMALL));
        }
        return widest;
    }

    BufferedImage dashes() {
        var image = blank(2);
        var graphics = black(image);
        for (int x = MARGIN_DOTS + DASH_DOTS / 2; x < width - MARGIN_DOTS; x += 2 * DASH_DOTS) {
            graphics.fillRect(x, 0, DASH_DOTS, 2);
        }
        graphics.dispose();
        return image;
    }

    private void drawLines(
            Graphics2D graphics, List<String> lines, Style style, int top, int middle) {
        var font = type.font(style);
        graphics.setFont(font);
        int ascent = Math.round(font.getLineMetrics("", Typesetter.DOTS).getAscent());
        for (int i = 0; i < lines.size(); i++) {
            int left = middle - type.advance(lines.get(i), style) / 2;
            graphics.drawString(
                    lines.get(i), left, top + i * Typesetter.lineHeight(style) + ascent);
        }
    }

    private BufferedImage blank(int height) {
        return blank(width, height);
    }

    private static BufferedImage blank(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static Graphics2D black(BufferedImage image) {
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        return graphics;
    }
}
