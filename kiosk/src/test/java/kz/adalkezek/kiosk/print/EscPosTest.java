package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscPosTest {

    private static final String BEGIN = "1B40" + "1C2E" + "1B6101";
    private static final String CUT = "1D564200";

    /// A picture of 24 by 12 dots:
    ///
    /// ```
    /// row 0        white
    /// row 1..2     one dot in the middle byte
    /// row 3..10    white, fed and not sent
    /// row 11       a line from side to side
    /// ```
    @Test
    void hasTheseBytesForASmallTicket() {
        var image = white(24, 12);
        image.setRGB(8, 1, Color.BLACK.getRGB());
        image.setRGB(15, 2, Color.BLACK.getRGB());
        for (int x = 0; x < 24; x++) {
            image.setRGB(x, 11, Color.BLACK.getRGB());
        }
        assertThat(hex(new EscPos().feed(10).picture(image).feed(3).cut(Cutter.PARTIAL).bytes()))
                .isEqualTo(
                        BEGIN
                                + "1B4A0B"
                                + "1D7630000100020080"
                                + "01"
                                + "1B4A08"
                                + "1D76300003000100FFFFFF"
                                + "1B4A03"
                                + CUT);
    }

    @Test
    void takesAsManyWhiteBytesFromTheLeftAsFromTheRight() {
        var image = white(40, 1);
        image.setRGB(9, 0, Color.BLACK.getRGB());
        assertThat(hex(new EscPos().picture(image).bytes()))
                .isEqualTo(BEGIN + "1D76300003000100400000");
    }

    @Test
    void sendsStripsOfAtMost255Rows() {
        var image = black(8, 300);
        assertThat(hex(new EscPos().picture(image).bytes()))
                .isEqualTo(
                        BEGIN
                                + "1D7630000100FF00"
                                + "FF".repeat(255)
                                + "1D76300001002D00"
                                + "FF".repeat(45));
        assertThat(new EscPos().picture(black(8, 255)).bytes()).hasSize(7 + 8 + 255);
    }

    /// Squares of two by two dots: `1001 0110` in the first rows, one in the middle of the next.
    @Test
    void sendsDoubleDotsOnceAndLetsThePrinterDoubleThem() {
        var image = white(16, 4);
        for (int x : new int[] {0, 1, 6, 7, 10, 11, 12, 13}) {
            image.setRGB(x, 0, Color.BLACK.getRGB());
            image.setRGB(x, 1, Color.BLACK.getRGB());
        }
        for (int x : new int[] {8, 9}) {
            image.setRGB(x, 2, Color.BLACK.getRGB());
            image.setRGB(x, 3, Color.BLACK.getRGB());
        }
        assertThat(hex(new EscPos().picture(image).bytes()))
                .isEqualTo(BEGIN + "1D76300301000200" + "96" + "08");
    }

    @ParameterizedTest
    @CsvSource({"9, 2", "8, 3", "0, 0"})
    void sendsEveryDotWhereOneSquareIsNotWhole(int x, int y) {
        var image = white(16, 4);
        for (int dot = 0; dot < 4; dot++) {
            image.setRGB(8 + dot % 2, 2 + dot / 2, Color.BLACK.getRGB());
            image.setRGB(dot % 2, dot / 2, Color.BLACK.getRGB());
        }
        image.setRGB(x, y, Color.WHITE.getRGB());
        assertThat(hex(new EscPos().picture(image).bytes()))
                .startsWith(BEGIN + "1D763000" + "02000400");
    }

    @Test
    void keepsShortGapsWithinAStripAndFeedsLongOnes() {
        var image = white(8, 20);
        image.setRGB(0, 0, Color.BLACK.getRGB());
        image.setRGB(0, 8, Color.BLACK.getRGB());
        assertThat(hex(new EscPos().picture(image).cut(Cutter.PARTIAL).bytes()))
                .isEqualTo(
                        BEGIN + "1D76300001000900" + "80" + "00".repeat(7) + "80" + "1B4A0B" + CUT);
    }

    @Test
    void feedsInPortionsOf255Dots() {
        assertThat(hex(new EscPos().feed(256).cut(Cutter.PARTIAL).bytes()))
                .isEqualTo(BEGIN + "1B4AFF" + "1B4A01" + CUT);
        assertThat(hex(new EscPos().feed(255).cut(Cutter.PARTIAL).bytes()))
                .isEqualTo(BEGIN + "1B4AFF" + CUT);
    }

    @Test
    void hasNoRealTimeCommandInsideAPicture() {
        assertThat(hex(new EscPos().picture(picture(0x10, 0x04)).bytes())).endsWith("1804");
        assertThat(hex(new EscPos().picture(picture(0x10, 0x05)).bytes())).endsWith("1805");
        assertThat(hex(new EscPos().picture(picture(0x10, 0x14)).bytes())).endsWith("1814");
        assertThat(hex(new EscPos().picture(picture(0x10, 0x06)).bytes())).endsWith("1006");
        var acrossRows = white(8, 2);
        acrossRows.setRGB(3, 0, Color.BLACK.getRGB());
        acrossRows.setRGB(5, 1, Color.BLACK.getRGB());
        assertThat(hex(new EscPos().picture(acrossRows).bytes())).endsWith("1804");
    }

    @Test
    void refusesPicturesThatAreNotBlackAndWhite() {
        var grey = new BufferedImage(8, 1, BufferedImage.TYPE_BYTE_GRAY);
        assertThatThrownBy(() -> new EscPos().picture(grey))
                .hasMessageContaining("black and white");
        var odd = new BufferedImage(9, 1, BufferedImage.TYPE_BYTE_BINARY);
        assertThatThrownBy(() -> new EscPos().picture(odd)).hasMessageContaining("whole bytes");
    }

    private static BufferedImage picture(int... bytes) {
        var image = white(bytes.length * 8, 1);
        for (int x = 0; x < image.getWidth(); x++) {
            if ((bytes[x / 8] & (0x80 >> x % 8)) != 0) {
                image.setRGB(x, 0, Color.BLACK.getRGB());
            }
        }
        return image;
    }

    private static BufferedImage black(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    }

    private static BufferedImage white(int width, int height) {
        var image = black(width, height);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, Color.WHITE.getRGB());
        }
        return image;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
