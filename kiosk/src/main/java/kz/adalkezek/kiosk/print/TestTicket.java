package kz.adalkezek.kiosk.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kz.adalkezek.kiosk.print.Block.Dashes;
import kz.adalkezek.kiosk.print.Block.Drawn;
import kz.adalkezek.kiosk.print.Block.Gap;
import kz.adalkezek.kiosk.print.Block.Style;
import kz.adalkezek.kiosk.print.Block.Text;

/// What a person who puts a printer up needs to see: every page of the profile with the alphabet in
/// the printer's own letters above the same alphabet drawn, a ruler, and both kinds of QR code.
/// Where the two lines differ, the profile is wrong.
final class TestTicket {

    /// As many in a line as the narrowest paper takes.
    private static final List<String> LINES =
            List.of(
                    "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨ",
                    "ПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ",
                    "аәбвгғдеёжзийкқлмнңоө",
                    "прстуұүфхһцчшщъыіьэюя",
                    "0123456789 № – «» :·");

    private final TicketTexts texts;
    private final Profile profile;

    TestTicket(TicketTexts texts, Profile profile) {
        this.texts = texts;
        this.profile = profile;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(drawn(texts.say("ticket.test.title"), Style.NAME));
        blocks.add(drawn(profile.name(), Style.NORMAL));
        blocks.add(drawn(texts.say("ticket.test.alike"), Style.SMALL));
        if (profile.pages().isEmpty()) {
            addRule(blocks);
            blocks.add(drawn(texts.say("ticket.test.nopages"), Style.SMALL));
            LINES.forEach(line -> blocks.add(drawn(line, Style.SMALL)));
        }
        profile.pages().forEach((page, number) -> addPage(blocks, page, number));
        addRule(blocks);
        var width = Map.of("dots", Integer.toString(profile.paper().dots()));
        blocks.add(drawn(texts.say("ticket.test.ruler", width), Style.SMALL));
        blocks.add(new Block.Picture(Ruler.draw(profile)));
        addCodes(blocks);
        blocks.add(new Gap(QrCode.QUIET_DOTS));
        return blocks;
    }

    private void addPage(List<Block> blocks, CodePage page, int number) {
        addRule(blocks);
        var words = Map.of("page", page.tag(), "n", Integer.toString(number));
        blocks.add(drawn(texts.say("ticket.test.page", words), Style.NORMAL));
        for (var line : LINES) {
            blocks.add(new Gap(8));
            blocks.add(new Block.Letters(page, number, only(page, line)));
            blocks.add(drawn(only(page, line), Style.SMALL));
        }
    }

    /// The letters that this page has.
    private static String only(CodePage page, String letters) {
        return letters.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> page.encode(letter).isPresent())
                .collect(Collectors.joining());
    }

    private void addCodes(List<Block> blocks) {
        var content = "https://" + profile.name().toLowerCase(Locale.ROOT) + ".test/t#0123456789";
        if (profile.drawsQr()) {
            addRule(blocks);
            blocks.add(drawn(texts.say("ticket.test.code.native"), Style.SMALL));
            blocks.add(new Gap(QrCode.QUIET_DOTS));
            blocks.add(new Block.Code(QrCode.of(content)));
            blocks.add(new Gap(QrCode.QUIET_DOTS));
        }
        addRule(blocks);
        blocks.add(drawn(texts.say("ticket.test.code.drawn"), Style.SMALL));
        blocks.add(new Gap(QrCode.QUIET_DOTS));
        blocks.add(new Block.DrawnCode(QrCode.of(content)));
    }

    private static void addRule(List<Block> blocks) {
        blocks.add(new Gap(18));
        blocks.add(new Dashes());
        blocks.add(new Gap(18));
    }

    private static Block drawn(String words, Style style) {
        return new Drawn(new Text(words, style));
    }
}
