package kz.adalkezek.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import kz.adalkezek.kiosk.sim.CutPaper;
import kz.adalkezek.kiosk.sim.DryRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Leaves its pictures in `target/tickets`.
class TestTicketTest {

    @Test
    void showsEveryPageWithItsNumberTheAlphabetTheRulerAndBothCodes(@TempDir Path dir)
            throws Exception {
        var paper = printed("epson-80", Language.KK);
        var words = new Judge(dir).words(paper.png(), "kaz+rus+eng");
        assertThat(words).contains("Тексеру талоны", "ESC t 53", "windows-1251, ESC t 46");
        assertThat(words).contains("576");
        assertThat(new Judge(dir).codes(paper.png()))
                .containsExactly(
                        "https://epson-80.test/t#0123456789", "https://epson-80.test/t#0123456789");
    }

    @Test
    void needsNoPageOfThePrinter(@TempDir Path dir) throws Exception {
        var paper = printed("raster-58", Language.RU);
        var words = new Judge(dir).words(paper.png(), "rus");
        assertThat(words).contains("Проверочный талон", "384");
        assertThat(new Judge(dir).codes(paper.png())).hasSize(1);
    }

    @Test
    void hasAllLettersOfKazakhInThePageForKazakh() {
        var blocks = new TestTicket(new TicketTexts(Language.EN), Printers.named("epson-80"));
        var letters =
                blocks.blocks().stream()
                        .filter(Block.Letters.class::isInstance)
                        .map(Block.Letters.class::cast)
                        .filter(it -> it.page() == CodePage.KZ_1048 && it.number() == 53)
                        .map(Block.Letters::words)
                        .collect(Collectors.joining());
        assertThat(letters.chars().filter(Character::isUpperCase)).hasSize(42);
        assertThat(letters.chars().filter(Character::isLowerCase)).hasSize(42);
        assertThat(letters).contains("Ә", "Ғ", "Қ", "Ң", "Ө", "Ұ", "Ү", "Һ", "І", "№", "–");
    }

    private static CutPaper printed(String printer, Language language) throws Exception {
        var profile = Printers.named(printer);
        var bytes = new TicketPress(profile, TicketDesign.USUAL).test(language);
        var paper = DryRun.papers(bytes, profile.paper().dots(), Printers.PAGES).getFirst();
        var file = Path.of("target", "tickets", "test-" + printer + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, paper.png());
        return paper;
    }
}
