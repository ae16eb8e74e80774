package kz.adalkezek.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.adalkezek.kiosk.led.Address;
import kz.adalkezek.kiosk.led.Protocol;
import kz.adalkezek.kiosk.pad.Sheet;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

    private static final String GOOD =
            """
            [kiosk]
            id = "k1"
            language = "kk"
            data = "state"
            [branch]
            url = "http://localhost:7070"
            tokenFile = "kiosk.token"
            [page]
            host = "127.0.0.1"
            port = 0
            [printer]
            device = "sim"
            baud = 115200
            handshake = false
            paper = 80
            """;

    private static final String LED =
            """
            [led]
            device = "/dev/led-boards"
            protocol = "alpha"
            baud = 9600
            boards = { "1" = "01", "2" = "02", "10" = "0A" }
            """;

    @Test
    void readsAWholeConfiguration(@TempDir Path dir) throws IOException {
        var config = read(dir, GOOD);
        assertThat(config.kiosk().id()).isEqualTo("k1");
        assertThat(config.kiosk().language()).isEqualTo(Language.KK);
        assertThat(config.kiosk().data()).isEqualTo(dir.resolve("state"));
        assertThat(config.branch().url()).isEqualTo(URI.create("http://localhost:7070"));
        assertThat(config.branch().token()).hasValue("secret");
        assertThat(config.printer().device()).isEmpty();
        assertThat(config.printer().paper()).isEqualTo(Paper.MM_80);
        assertThat(config.page().mm()).isEmpty();
        assertThat(config.kiosk().branchTime()).isFalse();
    }

    @Test
    void readsWhichBoardStandsAboveWhichCounter(@TempDir Path dir) throws IOException {
        assertThat(read(dir, GOOD).led()).isEmpty();
        var led = read(dir, GOOD + LED).led().orElseThrow();
        assertThat(led.device()).hasValue("/dev/led-boards");
        assertThat(led.protocol()).isEqualTo(Protocol.ALPHA);
        assertThat(led.boards())
                .containsExactly(
                        entry(1, new Address("01")),
                        entry(2, new Address("02")),
                        entry(10, new Address("0A")));
    }

    @ParameterizedTest
    @CsvSource({
        "alpha, stx, 'line 20: led.boards: the address of an stx board is \"01\" to \"99\", not 0A'",
        "alpha, beta, line 18: led.protocol: write",
        "\"02\", \"01\", line 20: led.boards: two counters have the board 01",
        "\"02\", 2, line 20: led.boards: write",
        "\"10\" =, \"1000\" =, 'line 20: led.boards: a counter is a number from 1 to 999'",
        "\"10\" =, \"0\" =, 'line 20: led.boards: a counter is a number from 1 to 999'",
        "/dev/led-boards, COM1, line 17: led.device: write",
        "9600, 1199, line 19: led.baud: write a number from 1200",
    })
    void namesWhatIsWrongWithTheBoards(
            String right, String wrong, String fault, @TempDir Path dir) {
        assertThatThrownBy(() -> read(dir, GOOD + LED.replace(right, wrong)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(fault);
    }

    /// Every key of the sections that the example only shows.
    @Test
    void readsTheDevicesOfTheExample(@TempDir Path dir) throws IOException {
        var example = Files.readString(Path.of("..", "firmware-config", "kiosk.toml"));
        int devices = example.indexOf("# [led]");
        var uncommented = example.substring(devices).replaceAll("(?m)^# (\\[|[A-Za-z]+ = )", "$1");
        var config = read(dir, example.substring(0, devices) + uncommented);
        assertThat(config.led().orElseThrow().boards()).hasSize(2);
        var gpio = config.gpio().orElseThrow();
        assertThat(gpio.provider()).isEqualTo(GpioConfig.Provider.GPIOD);
        assertThat(gpio.wiring().outputs()).containsExactlyInAnyOrder(17, 27, 22);
        assertThat(gpio.wiring().pulledUp()).containsExactlyInAnyOrder(5, 6);
        assertThat(gpio.wiring().pulledDown()).containsExactly(13);
        assertThat(config.scanner().orElseThrow().device()).isEqualTo("/dev/ttyACM0");
        var pad = config.pad().orElseThrow();
        assertThat(pad.sheet()).isEqualTo(new Sheet(3, "op-", List.of("accepted", "answered")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[gpio] provider = \"auto\"                          | gpio.provider: write",
                "[gpio] provider = \"gpiod\" ready = 512             | gpio.ready: write a number from 0 to 511",
                "[gpio] provider = \"gpiod\" ready = -1              | gpio.ready: write a number from 0 to 511",
                "[gpio] provider = \"gpiod\" ready = 5 door = 5      | gpio.provider: two parts share the line 5",
                "[gpio] provider = \"sim\" ready = 5                 | gpio.ready: nobody knows this key",
                "[scanner] device = \"sim\" baud = 9600              | scanner.device: write",
                "[scanner] device = \"/dev/x\"                       | scanner.baud: write",
                "[pad] counter = 0                                  | pad.counter: write a number from 1 to 999",
                "[pad] counter = 1000                               | pad.counter: write a number from 1 to 999",
                "[pad] prefix = \"OP\"                               | pad.prefix: write",
                "[pad] outcomes = [\"Accepted\"]                     | pad.outcomes: write",
                "[pad] outcomes = [\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",\"a\"] | pad.outcomes: write up to 9",
            })
    void namesWhatIsWrongWithOtherDevices(String section, String fault, @TempDir Path dir) {
        var lines = section.replaceAll(" (?=[a-z]+ = )", "\n");
        assertThatThrownBy(() -> read(dir, GOOD + lines + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void livesInTheBranchsTimeWhereItIsTold(@TempDir Path dir) throws IOException {
        var told = GOOD.replace("language = \"kk\"", "language = \"kk\"\nclock = \"branch\"");
        assertThat(read(dir, told).kiosk().branchTime()).isTrue();
    }

    @Test
    void readsTheExampleThatComesWithTheProject(@TempDir Path dir) throws IOException {
        var example = Files.readString(Path.of("..", "firmware-config", "kiosk.toml"));
        assertThat(read(dir, example).page().port()).isEqualTo(7_071);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "id = \"k1\"              | id = \"K 1\"             | line 2: kiosk.id: write",
                "language = \"kk\"        | language = \"de\"        | line 3: kiosk.language: ",
                "data = \"state\"         | clock = \"own\"            | line 4: kiosk.clock: write",
                "data = \"state\"         | data = 7                 | line 4: kiosk.data: write",
                "http://localhost:7070    | http://localhost:7070/   | line 6: branch.url: write",
                "\"kiosk.token\"          | \".\"                    | line 7: branch.tokenFile: ",
                "127.0.0.1                | 0.0.0.0                  | line 9: page.host: write",
                "port = 0                 | port = -1                | line 10: page.port: write",
                "port = 0                 | port = 65536             | line 10: page.port: write",
                "device = \"sim\"         | device = \"COM1\"        | line 12: printer.device: ",
                "baud = 115200            | baud = 1199              | line 13: printer.baud: ",
                "baud = 115200            | baud = 921601            | line 13: printer.baud: ",
                "handshake = false        | handshake = 0            | line 14: printer.handshake",
                "paper = 80               | paper = 79               | line 15: printer.paper: ",
                "paper = 80               | colour = 80              | line 15: printer.colour: ",
                "paper = 80               | paper =                  | line 15: ",
                "[printer]                | [printing]               | line 11: printing: nobody"
            })
    void namesLineAndRemedy(String good, String bad, String fault, @TempDir Path dir) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> read(dir, GOOD.replace(good, bad)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource({"0.99, false", "1, true", "3.2, true", "40, true", "40.1, false"})
    void takesTheSizeOfAScreen(String mm, boolean taken, @TempDir Path dir) throws IOException {
        var text = GOOD.replace("port = 0", "port = 0\nmm = " + mm);
        if (taken) {
            assertThat(read(dir, text).page().mm()).contains(Double.parseDouble(mm));
        } else {
            assertThatThrownBy(() -> read(dir, text)).hasMessageContaining("line 11: page.mm");
        }
    }

    @Test
    void isNotPairedWithoutTheFileOfTheToken(@TempDir Path dir) throws IOException {
        var text = GOOD.replace("kiosk.token", "nothing.token");
        assertThat(read(dir, text).branch().token()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'numbers = 1', true",
        "'numbers = 500', true",
        "'numbers = 0', false",
        "'numbers = 501', false",
        "'numbers = 50\nlow = 50', true",
        "'numbers = 50\nlow = 51', false",
    })
    void holdsUpToFiveHundredNumbersOfALetter(String keys, boolean taken, @TempDir Path dir)
            throws IOException {
        var text = GOOD + "[offline]\n" + keys.replace("\\n", "\n") + "\n";
        if (taken) {
            assertThat(read(dir, text).offline().stock().full()).isPositive();
        } else {
            assertThatThrownBy(() -> read(dir, text)).hasMessageContaining("offline.");
        }
    }

    @Test
    void namesEveryFaultAtOnce(@TempDir Path dir) {
        assertThatThrownBy(() -> read(dir, "[kiosk]\n"))
                .hasMessageContaining("kiosk.id: ")
                .hasMessageContaining("branch.url: ")
                .hasMessageContaining("branch.tokenFile: write a path")
                .hasMessageContaining("page.port: ")
                .hasMessageContaining("printer.paper: ");
    }

    @Test
    void saysSoWhenThereIsNoFile(@TempDir Path dir) {
        assertThatThrownBy(() -> ConfigFile.read(dir.resolve("none.toml")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("could not be read");
    }

    @ParameterizedTest
    @CsvSource({"200, true", "201, false", "0, false"})
    void takesATokenOfTwoHundredCharacters(int chars, boolean taken, @TempDir Path dir)
            throws IOException {
        var file = dir.resolve("kiosk.toml");
        Files.writeString(file, GOOD);
        Files.writeString(dir.resolve("kiosk.token"), "t".repeat(chars) + "\n");
        if (taken) {
            assertThat(ConfigFile.read(file).branch().token().orElseThrow()).hasSize(chars);
        } else {
            assertThatThrownBy(() -> ConfigFile.read(file)).hasMessageContaining("holds no token");
        }
    }

    private static Config read(Path dir, String text) throws IOException {
        var file = dir.resolve("kiosk.toml");
        Files.writeString(file, text);
        Files.writeString(dir.resolve("kiosk.token"), "secret\n");
        return ConfigFile.read(file);
    }
}
