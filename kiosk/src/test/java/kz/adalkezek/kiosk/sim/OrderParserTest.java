package kz.adalkezek.kiosk.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderParserTest {

    @Test
    void understandsTheCommandsOfATicket() {
        assertThat(parse("1B40 1C2E 1B6101 1B4A10 1D564200"))
                .containsExactly(
                        new Order.Initialize(),
                        new Order.Nothing(),
                        new Order.Align(1),
                        new Order.FeedDots(16),
                        new Order.Cut(true, 0));
        assertThat(parse("41 0D 0A 1B4501 1B2D00 1D2112 1B6402 1B32 1B3318 1D7201 1D4943 1D5600"))
                .containsExactly(
                        new Order.Letter('A'),
                        new Order.Nothing(),
                        new Order.LineFeed(),
                        new Order.Bold(true),
                        new Order.Underline(false),
                        new Order.Size(2, 3),
                        new Order.FeedLines(2),
                        new Order.LineSpacing(30),
                        new Order.LineSpacing(24),
                        new Order.TellPaper(),
                        new Order.TellIdentity(67),
                        new Order.Cut(false, 0));
    }

    @Test
    void takesRealTimeRequestsOutOfTheStream() {
        assertThat(parse("100401 100502 1014080103140106 0208 1014010001 41"))
                .containsExactly(
                        new Order.Nothing(),
                        new Order.Nothing(),
                        new Order.Nothing(),
                        new Order.Nothing(),
                        new Order.Letter('A'));
    }

    @Test
    void takesExactlyTheBytesOfAPicture() {
        var orders = parse("1D763000 0200 0300 010203040506 41");
        assertThat(orders).hasSize(2);
        assertThat(orders.getFirst())
                .isInstanceOfSatisfying(
                        Order.Raster.class,
                        raster ->
                                assertThat(raster.rows())
                                        .containsExactly(
                                                new byte[] {1, 2},
                                                new byte[] {3, 4},
                                                new byte[] {5, 6}));
        assertThat(orders.getLast()).isEqualTo(new Order.Letter('A'));
    }

    @ParameterizedTest
    @CsvSource({"00, 1, 1", "01, 2, 1", "02, 1, 2", "03, 2, 2", "33, 2, 2"})
    void enlargesPicturesByMode(String mode, int across, int down) {
        assertThat(parse("1D7630" + mode + "01000100FF"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Order.Raster.class,
                        raster -> {
                            assertThat(raster.across()).isEqualTo(across);
                            assertThat(raster.down()).isEqualTo(down);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "1B99, unknown command: 1B 99 at byte 0",
        "4142 1D00, unknown command: 1D 00 at byte 2",
        "7F, unknown command: 7F at byte 0",
        "07, unknown command: 07 at byte 0",
        "1D284C, unknown command: 1D 28 4C at byte 0",
        "1D5607, unknown command: 1D 56 07 at byte 0",
        "101402, unknown command: 10 14 02 at byte 0",
        "1D7631, unknown command: 1D 76 31 at byte 0",
        "1B6103, value: 1B 61 03 at byte 0",
        "1B7406, code page: 1B 74 06 at byte 0",
        "1D2180, value: 1D 21 80 at byte 0",
        "1D7202, value: 1D 72 02 at byte 0",
        "1D76300000000100, picture of 1 rows: 1D 76 30 00 00 00 01 00 at byte 0",
        "1D76300001000000, picture of 0 rows: 1D 76 30 00 01 00 00 00 at byte 0",
    })
    void namesWhatItDoesNotUnderstand(String bytes, String why) {
        assertThat(parse(bytes)).contains(new Order.Wrong(why));
    }

    @Test
    void takesPicturesOfUpTo255RowsAsWideAsThePaper() {
        assertThat(raster(72, 255, 0)).isInstanceOf(Order.Raster.class);
        assertThat(raster(72, 256, 0)).isInstanceOf(Order.Wrong.class);
        assertThat(raster(73, 1, 0)).isInstanceOf(Order.Wrong.class);
        assertThat(raster(36, 1, 1)).isInstanceOf(Order.Raster.class);
        assertThat(raster(37, 1, 1)).isInstanceOf(Order.Wrong.class);
        assertThat(raster(1, 1, 4)).isInstanceOf(Order.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1D7630000200030001", "1B", "1D56", "10", "1014080103"})
    void waitsForTheRestOfACommandAndForgetsItOnRequest(String bytes) {
        var parser = new OrderParser(576, LetterTables.EPSON.keySet());
        for (byte next : HexFormat.of().parseHex(bytes)) {
            assertThat(parser.push(next)).isEmpty();
        }
        parser.reset();
        assertThat(parser.push((byte) 'A')).contains(new Order.Letter('A'));
    }

    private static Order raster(int width, int height, int mode) {
        var head = "1D7630%02X%02X00%02X%02X".formatted(mode, width, height % 256, height / 256);
        return parse(head + "55".repeat(width * height)).getFirst();
    }

    private static List<Order> parse(String hex) {
        var parser = new OrderParser(576, LetterTables.EPSON.keySet());
        var orders = new ArrayList<Order>();
        for (byte next : HexFormat.of().parseHex(hex.replace(" ", ""))) {
            parser.push(next).ifPresent(orders::add);
        }
        return orders;
    }
}
