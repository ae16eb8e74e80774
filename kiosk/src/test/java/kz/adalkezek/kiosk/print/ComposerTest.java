package kz.adalkezek.kiosk.print;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import kz.adalkezek.kiosk.print.Block.Fact;
import kz.adalkezek.kiosk.print.Block.Style;
import kz.adalkezek.kiosk.print.Block.Text;
import org.junit.jupiter.api.Test;

class ComposerTest {

    private static final Profile ALL_PAGES = Printers.named("epson-80");
    private static final Profile OLD = Printers.with(Map.of(CodePage.CP866, 7), Paper.MM_80);

    @Test
    void sendsALineInTheFirstPageThatHasAllOfIt() {
        assertThat(sent(ALL_PAGES, text("Қош келдіңіз")))
                .contains("\u001Bt5" + kazakh("Қош") + " ");
        assertThat(sent(OLD, text("Ваш талон"))).contains("\u001Bt\u0007" + cp866("Ваш талон\n"));
    }

    @Test
    void drawsExactlyTheLineThatNoPageHas() {
        var sent = sent(OLD, text("Ваш талон"), text("Сіздің талон"), text("Ваш талон"));
        assertThat(pictures(sent)).isEqualTo(1);
        assertThat(sent.split(cp866("Ваш талон\n"), -1)).hasSize(3);
        assertThat(pictures(sent(ALL_PAGES, text("Сіздің талоныңыз\u00A0◆")))).isEqualTo(1);
    }

    @Test
    void neverSendsAQuestionMark() {
        for (var words : List.of("Әә ◆ ₸", "日本", "naïve", "Қалалық")) {
            var profile = Printers.with(Map.of(CodePage.CP866, 7), Paper.MM_80);
            var sent = new String(pressed(profile, text(words.replace("日本", "é"))), ISO_8859_1);
            assertThat(sent.replaceAll("(?s)\u001Dv0.*", "")).doesNotContain("?");
        }
    }

    @Test
    void selectsAPageAndAStyleOnlyWhenTheyChange() {
        var sent = sent(ALL_PAGES, text("а"), text("б"), new Text("в", Style.NAME), text("г"));
        assertThat(sent.split("\u001Bt", -1)).hasSize(2);
        assertThat(sent.split("\u001BE\u0001", -1)).hasSize(2);
        assertThat(sent.split("\u001BE\u0000", -1)).hasSize(2);
    }

    @Test
    void putsFactsBesideEachOtherInLettersOrDrawsThemAll() {
        var facts =
                new Block.Facts(
                        List.of(
                                new Fact("6", List.of("адам алдыңызда")),
                                new Fact("10–15\u00A0мин", List.of("күту уақыты"))));
        assertThat(sent(ALL_PAGES, facts)).contains("\u001D!\u0011" + " ".repeat(5) + "6 ");
        assertThat(pictures(sent(ALL_PAGES, facts))).isZero();
        assertThat(pictures(sent(OLD, facts))).isPositive();
    }

    @Test
    void letsThePrinterDrawACodeOnlyWhereItIsLegibleInAnyMode() {
        var small = new Block.Code(QrCode.of("https://queue.example.gov/t#1"));
        assertThat(sent(ALL_PAGES, small)).contains("\u001D(k\u0003\u00001C\u0008");
        assertThat(pictures(sent(ALL_PAGES, small))).isZero();
        var large = new Block.Code(QrCode.of("https://a/t#" + "1".repeat(2_000)));
        assertThat(sent(ALL_PAGES, large)).doesNotContain("\u001D(k");
        var most = new Block.Code(QrCode.of("https://a/t#" + "1".repeat(2_400)));
        assertThat(sent(ALL_PAGES, most)).doesNotContain("\u001D(k");
        var drawn = new Block.DrawnCode(QrCode.of("https://queue.example.gov/t#1"));
        assertThat(sent(ALL_PAGES, drawn)).doesNotContain("\u001D(k");
    }

    @Test
    void breaksLinesOfEqualLettersEvenly() {
        assertThat(Columns.wrapped("Registration of rights to real estate", 32))
                .containsExactly("Registration of", "rights to real estate");
        assertThat(Columns.wrapped("а".repeat(32), 32)).hasSize(1);
        assertThat(Columns.wrapped("а".repeat(33), 32)).containsExactly("а".repeat(32), "а");
        assertThat(Columns.wrapped("Офис № 1", 6)).containsExactly("Офис", "№\u00A01");
        assertThat(Columns.wrapped("", 32)).containsExactly("");
    }

    private static Text text(String words) {
        return new Text(words, Style.NORMAL);
    }

    private static long pictures(String sent) {
        return sent.split("\u001Dv0", -1).length - 1L;
    }

    private static String kazakh(String words) {
        return new String(CodePage.KZ_1048.encode(words).orElseThrow(), ISO_8859_1);
    }

    private static String cp866(String words) {
        return new String(words.getBytes(Charset.forName("IBM866")), ISO_8859_1);
    }

    private static String sent(Profile profile, Block... blocks) {
        return new String(pressed(profile, blocks), ISO_8859_1);
    }

    private static byte[] pressed(Profile profile, Block... blocks) {
        return new Composer(profile).compose(List.of(blocks));
    }
}
