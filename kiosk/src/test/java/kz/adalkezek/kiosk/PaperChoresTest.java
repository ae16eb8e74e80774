package kz.adalkezek.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import kz.adalkezek.kiosk.print.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperChoresTest {

    private static final String CONFIG =
            """
            [kiosk]
            id = "k1"
            language = "ru"
            data = "state"
            [branch]
            url = "http://localhost:7070"
            tokenFile = "kiosk.token"
            [page]
            host = "127.0.0.1"
            port = 0
            [printer]
            device = "DEVICE"
            baud = 115200
            handshake = false
            profile = "epson-58"
            layout = "ticket.toml"
            """;
    private static final String LAYOUT =
            """
            order = ["heading", "number", "services", "wait", "time", "code", "rule", "extra"]
            feed = 40
            [extra]
            kk = ["Анықтама: 1414"]
            ru = ["Справка: 1414"]
            en = ["Information: 1414"]
            """;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void drawsTheTicketsOfThreeLanguagesWithTheBranchsLayout(@TempDir Path dir) throws Exception {
        var png = dir.resolve("tickets.png");
        chores(dir, "sim").preview(png);
        assertThat(said.toString(UTF_8)).contains("epson-58").contains("tickets.png");
        var image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(3 * (384 + 40) + 40);
        var words = new Judge(dir).words(Files.readAllBytes(png), "kaz+rus+eng");
        assertThat(words).contains("1414", "Справка", "Information");
        assertThat(words).doesNotContain("фронт-офис");
    }

    @Test
    void printsATestTicketAndSaysWhereItsPictureIs(@TempDir Path dir) throws Exception {
        assertThat(chores(dir, "sim").testTicket()).isTrue();
        assertThat(said.toString(UTF_8)).contains("printed").contains("test-ticket.png");
        var png = Files.readAllBytes(dir.resolve("state/test-ticket.png"));
        assertThat(new Judge(dir).words(png, "rus")).contains("Проверочный талон");
        assertThat(Files.readString(dir.resolve("state/printed")).strip()).isEqualTo("1");
    }

    @Test
    void saysWhatToDoWhenThePrinterIsNotThere(@TempDir Path dir) throws Exception {
        assertThat(chores(dir, dir.resolve("nothing").toString()).testTicket()).isFalse();
        assertThat(said.toString(UTF_8)).contains("check cable and name");
    }

    private PaperChores chores(Path dir, String device) throws IOException {
        Files.writeString(dir.resolve("kiosk.token"), "secret");
        Files.writeString(dir.resolve("ticket.toml"), LAYOUT);
        var file = dir.resolve("kiosk.toml");
        Files.writeString(file, CONFIG.replace("DEVICE", device));
        return new PaperChores(ConfigFile.read(file), new PrintStream(said, true, UTF_8));
    }
}
