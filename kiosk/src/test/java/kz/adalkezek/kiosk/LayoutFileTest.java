package kz.adalkezek.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Paper;
import kz.adalkezek.kiosk.print.TicketDesign;
import kz.adalkezek.kiosk.print.TicketDesign.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutFileTest {

    private static final String GOOD =
            """
            order = ["logo", "heading", "number", "services", "wait", "rule", "time", "code", "rule", "extra"]
            logo = "logo.png"
            feed = 40
            [extra]
            kk = ["1414 – анықтама"]
            ru = ["1414 – справка"]
            en = ["1414 – information"]
            """;

    @Test
    void readsAWholeLayout(@TempDir Path dir) throws IOException {
        var design = read(dir, GOOD, 200);
        assertThat(design.order()).startsWith(Part.LOGO, Part.HEADING).endsWith(Part.EXTRA);
        assertThat(design.logo()).isPresent();
        assertThat(design.feedDots()).isEqualTo(40);
        assertThat(design.extra()).containsEntry(Language.KK, List.of("1414 – анықтама"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"time\", | '' | line 1: order: \"time\" is missing",
                "\"time\", | \"clock\", | line 1: order: nobody knows \"clock\"",
                "\"time\", | \"time\", \"time\", | line 1: order: \"time\" stands there twice",
                "\"logo\", | '' | line 2: logo: name a PNG file",
                "logo.png | other.png | line 2: logo: ",
                "feed = 40 | feed = 401 | line 3: feed: write a number from 0 to 400",
                "feed = 40 | feed = -1 | line 3: feed: write a number from 0 to 400",
                "feed = 40 | food = 40 | line 3: food: nobody knows this key",
                ", \"extra\" | '' | line 4: extra: write lines in [extra]",
                "1414 – анықтама | 1414 ☃ 日 | extra: kk: the font has no sign",
                "1414 – справка | Ыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыыы | ru: \"Ы",
                "ru = [\"1414 – справка\"] | '' | extra.ru: write up to 6 lines",
            })
    void namesWhatIsWrongWithItsLine(String good, String bad, String fault, @TempDir Path dir) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> read(dir, GOOD.replace(good, bad), 200))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void refusesALogoThatDoesNotFitThePaper(@TempDir Path dir) throws IOException {
        assertThat(read(dir, GOOD, 576).logo()).isPresent();
        assertThatThrownBy(() -> read(dir, GOOD, 577))
                .hasMessageContaining("line 2: logo: the logo is 577 dots wide and the paper 576");
        assertThatThrownBy(() -> read(dir, GOOD, 833)).hasMessageContaining("up to 832 by 400");
        Files.writeString(dir.resolve("logo.png"), "no picture");
        var layout = dir.resolve("ticket.toml");
        assertThatThrownBy(() -> LayoutFile.read(layout, Paper.MM_80))
                .hasMessageContaining("this is no PNG picture");
    }

    @Test
    void takesUpToSixExtraLinesOf200Characters(@TempDir Path dir) throws IOException {
        var line = "\"" + "ab ".repeat(66) + "ab\"";
        var six = "[" + String.join(",", Collections.nCopies(6, line)) + "]";
        var text = GOOD.replace("[\"1414 – information\"]", six);
        assertThat(read(dir, text, 8).extra().get(Language.EN)).hasSize(6);
        assertThatThrownBy(() -> read(dir, text.replace("ab\"]", "ab\", \"b\"]"), 8))
                .hasMessageContaining("line 7: extra.en: write up to 6 lines");
        assertThatThrownBy(() -> read(dir, text.replace("ab\"]", "abc\"]"), 8))
                .hasMessageContaining("each of 1 to 200 characters");
    }

    private static TicketDesign read(Path dir, String text, int logoDots) throws IOException {
        var logo = new BufferedImage(logoDots, 20, BufferedImage.TYPE_BYTE_BINARY);
        ImageIO.write(logo, "png", dir.resolve("logo.png").toFile());
        var file = Files.writeString(dir.resolve("ticket.toml"), text);
        return LayoutFile.read(file, Paper.MM_80);
    }
}
