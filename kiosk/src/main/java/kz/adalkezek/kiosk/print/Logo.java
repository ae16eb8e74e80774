package kz.adalkezek.kiosk.print;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// A branch's own picture: black and white, since a thermal head knows no grey.
public final class Logo {

    public static final int FILE_MAX_BYTES = 1 << 20;
    public static final int WIDTH_MAX_DOTS = Paper.WIDEST_DOTS;

    /// 5 cm.
    public static final int HEIGHT_MAX_DOTS = 400;

    /// Darker than this becomes black: 0 to 255.
    private static final int GREY = 128;

    private static final int OPAQUE = 128;

    private final BufferedImage image;

    private Logo(BufferedImage image) {
        this.image = image;
    }

    /// @param file a whole PNG file
    /// @throws IllegalArgumentException saying in one sentence what is wrong and what to do
    public static Logo of(byte[] file) {
        if (file.length > FILE_MAX_BYTES) {
            throw new IllegalArgumentException("the picture has more than 1 MiB; make it smaller");
        }
        var readers = ImageIO.getImageReadersByFormatName("png");
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var reader = readers.next();
            reader.setInput(stream);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > WIDTH_MAX_DOTS || height > HEIGHT_MAX_DOTS) {
                throw new IllegalArgumentException(
                        "the picture has %d by %d dots; up to %d by %d are possible"
                                .formatted(width, height, WIDTH_MAX_DOTS, HEIGHT_MAX_DOTS));
            }
            return new Logo(reader.read(0));
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no PNG picture; save it as PNG", e);
        }
    }

    int width() {
        return image.getWidth();
    }

    /// In the middle of the paper, dot by dot.
    BufferedImage on(Paper paper) {
        var drawn =
                new BufferedImage(paper.dots(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        int left = (paper.dots() - image.getWidth()) / 2;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                int from = x - left;
                boolean black = from >= 0 && from < image.getWidth() && isBlack(from, y);
                drawn.setRGB(x, y, (black ? Color.BLACK : Color.WHITE).getRGB());
            }
        }
        return drawn;
    }

    private boolean isBlack(int x, int y) {
        var dot = new Color(image.getRGB(x, y), true);
        int light = (dot.getRed() * 3 + dot.getGreen() * 6 + dot.getBlue()) / 10;
        return dot.getAlpha() >= OPAQUE && light < GREY;
    }
}
