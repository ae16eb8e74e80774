package kz.adalkezek.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import kz.adalkezek.kiosk.print.CodePage;
import kz.adalkezek.kiosk.print.Cutter;
import kz.adalkezek.kiosk.print.Profile;
import kz.adalkezek.kiosk.print.StatusDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesFileTest {

    private static final String GOOD =
            """
            [KP-1]
            source = "ours"
            maker = "Keruen"
            paper = 58
            dots = 384
            columns = 32
            pages = { KZ-1048 = 53, CP866 = 17 }
            qr = "native"
            cutter = "none"
            status = "clone-1-4"
            """;

    @Test
    void readsThoseThatComeWithTheProject() {
        var shipped = ProfilesFile.shipped();
        assertThat(shipped).hasSizeGreaterThan(20);
        var epson = named("TM-T20III", shipped);
        assertThat(epson.pages()).containsEntry(CodePage.KZ_1048, 53);
        assertThat(epson.paper().dots()).isEqualTo(576);
        assertThat(epson.status()).isEqualTo(StatusDialect.EPSON);
        assertThat(named("NT-5890K", shipped).pages()).containsEntry(CodePage.WINDOWS_1251, 73);
        assertThat(named("raster-58", shipped).pages()).isEmpty();
        assertThat(named("KPM150H", shipped).status()).isEqualTo(StatusDialect.CUSTOM_KPM);
    }

    @Test
    void readsThoseOfABranch(@TempDir Path dir) throws IOException {
        var profile = named("KP-1", read(dir, GOOD));
        assertThat(profile.pages())
                .containsExactly(Map.entry(CodePage.KZ_1048, 53), Map.entry(CodePage.CP866, 17));
        assertThat(profile.cutter()).isEqualTo(Cutter.NONE);
        assertThat(profile.drawsQr()).isTrue();
        assertThat(profile.paper().fullReceipt()).isFalse();
        assertThat(profile.dpi()).isEqualTo(203);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "source = \"ours\"     | source = \"db\"      | line 2: KP-1.source: write",
                "paper = 58            | paper = 70           | line 4: KP-1.paper: write 80 or 58",
                "dots = 384            | dots = 359           | line 5: KP-1.dots: write a number from 360",
                "dots = 384            | dots = 833           | line 5: KP-1.dots: write a number from 360",
                "dots = 384            | dots = 380           | line 5: KP-1.dots: write a multiple of 8",
                "columns = 32          | columns = 33         | line 6: KP-1.columns: write a number from 20 to 32",
                "columns = 32          | columns = 19         | line 6: KP-1.columns: write a number from 20 to 32",
                "CP866 = 17            | CP866 = 256          | line 7: KP-1.pages: CP866: write numbers from 0",
                "CP866 = 17            | CP1 = 17             | line 7: KP-1.pages: CP1: write numbers",
                "qr = \"native\"       | qr = \"yes\"         | line 8: KP-1.qr: write",
                "cutter = \"none\"     | cutter = \"half\"    | line 9: KP-1.cutter: write",
                "status = \"clone-1-4\"| status = \"loud\"    | line 10: KP-1.status: write",
                "status = \"clone-1-4\"| state = \"silent\"   | line 10: KP-1.state: nobody knows this key",
                "maker = \"Keruen\"    | dpi = 301            | line 3: KP-1.dpi: write a number from 180 to 300",
                "[KP-1]                | [\"K P\"]            | K P: write up to 500 names",
            })
    void namesWhatIsWrongWithItsLine(String good, String bad, String fault, @TempDir Path dir) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> read(dir, GOOD.replace(good, bad)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void namesAllFaultsAtOnce(@TempDir Path dir) {
        assertThatThrownBy(() -> read(dir, GOOD.replace("384", "1").replace("none", "half")))
                .hasMessageContaining("line 5")
                .hasMessageContaining("line 9");
    }

    private static Profile named(String name, Map<String, Profile> profiles) {
        return Objects.requireNonNull(profiles.get(name));
    }

    private static Map<String, Profile> read(Path dir, String text) throws IOException {
        return ProfilesFile.read(Files.writeString(dir.resolve("our-printers.toml"), text));
    }
}
