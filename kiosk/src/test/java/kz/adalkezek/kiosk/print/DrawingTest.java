package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import kz.adalkezek.kiosk.font.BundledFont;
import kz.adalkezek.kiosk.print.Block.Fact;
import kz.adalkezek.kiosk.print.Block.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

    private static final String KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
    private static final Drawing WIDE = new Drawing(Paper.MM_80);

    @ParameterizedTest
    @EnumSource
    void drawsEveryKazakhLetterAndNoneLikeAMissingOne(Style style) {
        var missing = (style.bold ? BundledFont.BOLD : BundledFont.REGULAR).load();
        assertThat(missing.canDisplayUpTo(KAZAKH + KAZAKH.toLowerCase(Locale.ROOT))).isEqualTo(-1);
        var seen = new HashMap<String, Character>();
        seen.put(dots(glyphZero(style)), '\uFFFF');
        for (char letter : (KAZAKH + KAZAKH.toLowerCase(Locale.ROOT)).toCharArray()) {
            var dots = dots(WIDE.text(String.valueOf(letter), style));
            assertThat(seen.put(dots, letter)).as("drawn like %s", letter).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"日", "Талон ก", "\uE000"})
    void refusesWhatTheFontCannotDraw(String words) {
        assertThatThrownBy(() -> WIDE.text(words, Style.NORMAL))
                .hasMessageContaining("no sign for U+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"А\u00A0001", "К\u00A0047", "Т\u00A0999"})
    void drawsTheNumberTwentyMillimetresHigh(String number) {
        // Round digits are a little higher than capitals.
        assertThat(WIDE.number(number).getHeight()).isBetween(160, 168);
    }

    @Test
    void drawsTheNumberSoThatItNeedsAQuarterOfItsDotsOnTheWire() {
        var number = WIDE.number("К\u00A0047");
        int dots = number.getWidth() * number.getHeight();
        assertThat(new EscPos().picture(number).bytes()).hasSizeLessThan(dots / 8 / 3);
    }

    @Test
    void keepsLongNumbersOnThePaper() {
        for (var paper : List.of(Paper.MM_80, Paper.MM_58)) {
            var image = new Drawing(paper).number("М\u00A099999");
            assertThat(image.getHeight()).isBetween(80, 168);
            assertThat(isWhite(image, 0, 20)).isTrue();
            assertThat(isWhite(image, paper.dots() - 20, paper.dots())).isTrue();
        }
    }

    @Test
    void breaksLinesEvenlyAndCutsWordsThatAreTooLong() {
        var type = new Typesetter();
        assertThat(type.wrapped("Registration of rights to real estate", Style.NAME, 552))
                .containsExactly("Registration of", "rights to real estate");
        assertThat(type.wrapped("Офис № 1", Style.NAME, 120)).containsExactly("Офис", "№\u00A01");
        var cut = type.wrapped("ы".repeat(60), Style.NAME, 552);
        assertThat(String.join("", cut)).isEqualTo("ы".repeat(60));
        assertThat(cut)
                .hasSizeGreaterThan(1)
                .allMatch(line -> type.advance(line, Style.NAME) <= 552);
    }

    @Test
    void putsFactsBesideEachOtherWhereThereIsRoom() {
        var facts =
                List.of(
                        new Fact("6", List.of("адам алдыңызда")),
                        new Fact("10–15\u00A0мин", List.of("шамамен күту уақыты")));
        int wide = WIDE.facts(facts).getHeight();
        assertThat(new Drawing(Paper.MM_58).facts(facts).getHeight()).isGreaterThan(wide * 3 / 2);
    }

    private static BufferedImage glyphZero(Style style) {
        var image = WIDE.text(" ", style);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        var font = new Typesetter().font(style);
        var glyph = font.createGlyphVector(Typesetter.DOTS, new int[] {font.getMissingGlyphCode()});
        float left = 288 - (float) Math.ceil(glyph.getLogicalBounds().getWidth()) / 2;
        graphics.drawGlyphVector(
                glyph, left, Math.round(font.getLineMetrics("", Typesetter.DOTS).getAscent()));
        graphics.dispose();
        return image;
    }

    /// The ink without its place, so that equal letters are equal wherever they stand.
    private static String dots(BufferedImage image) {
        var dots = new StringBuilder();
        for (byte eight : ((DataBufferByte) image.getRaster().getDataBuffer()).getData()) {
            dots.append(Integer.toBinaryString((~eight & 0xFF) | 0x100), 1, 9);
        }
        return dots.substring(dots.indexOf("1"), dots.lastIndexOf("1") + 1);
    }

    private static boolean isWhite(BufferedImage image, int from, int to) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                if (image.getRGB(x, y) != 0xFFFFFFFF) {
                    return false;
                }
            }
        }
        return true;
    }
}
