package kz.adalkezek.kiosk.print;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.adalkezek.kiosk.print.Block.Fact;
import kz.adalkezek.kiosk.print.Block.Style;

/// Puts the pieces of a ticket on the wire: in the printer's own letters where its profile has
/// every character of a line, else this line as a picture. For one thread at a time.
final class Composer {

    /// Pictures of lines that come again, such as the name of the branch.
    private static final int KEPT_PICTURES = 48;

    /// Two columns of facts need so many letters in a line.
    private static final int COLUMNS_FOR_TWO = 40;

    private final Profile profile;
    private final Drawing drawing;
    private final Map<Block, BufferedImage> pictures =
            new LinkedHashMap<>(KEPT_PICTURES, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Block, BufferedImage> eldest) {
                    return size() > KEPT_PICTURES;
                }
            };

    Composer(Profile profile) {
        this.profile = profile;
        this.drawing = new Drawing(profile.paper());
    }

    /// From the first command to the cut.
    ///
    /// @throws IllegalArgumentException if a line has a character that the font cannot draw
    byte[] compose(List<Block> blocks) {
        var out = new EscPos();
        for (var block : blocks) {
            switch (block) {
                case Block.Text text -> text(out, text);
                case Block.Facts facts -> facts(out, facts);
                case Block.Code(var code) -> code(out, code, profile.drawsQr());
                case Block.TicketName(var shown) -> out.picture(drawing.number(shown));
                case Block.Dashes dashes -> out.picture(kept(dashes));
                case Block.Gap(int dots) -> out.feed(dots);
                case Block.Picture(var image) -> out.picture(image);
                case Block.Drawn(var text) -> out.picture(kept(text));
                case Block.DrawnCode(var code) -> code(out, code, false);
                case Block.Letters letters -> letters(out, letters);
            }
        }
        return out.cut(profile.cutter()).bytes();
    }

    private void text(EscPos out, Block.Text text) {
        var lines = Columns.wrapped(text.words(), profile.columns());
        if (!lines.stream().allMatch(profile::encodes)) {
            out.picture(kept(text));
            return;
        }
        lines.forEach(line -> letters(out, line, text.style()));
    }

    private void letters(EscPos out, String line, Style style) {
        var encoded = profile.encode(line).orElseThrow();
        out.letters(encoded.page(), encoded.bytes(), style.bold, style.times);
    }

    /// In one certain page, whatever others would do.
    private void letters(EscPos out, Block.Letters letters) {
        for (var line : Columns.wrapped(letters.words(), profile.columns())) {
            out.letters(letters.number(), letters.page().encode(line).orElseThrow(), false, 1);
        }
    }

    private void facts(EscPos out, Block.Facts facts) {
        var lines = factLines(facts.facts());
        if (lines.stream().allMatch(line -> profile.encodes(line.words()))) {
            lines.forEach(line -> letters(out, line.words(), line.style()));
        } else {
            out.picture(kept(facts));
        }
    }

    private List<Block.Text> factLines(List<Fact> facts) {
        int field = profile.columns() / facts.size();
        boolean besides =
                facts.size() > 1
                        && profile.columns() >= COLUMNS_FOR_TWO
                        && facts.stream()
                                .allMatch(
                                        fact -> widest(fact) < field - field % Style.FIGURE.times);
        var lines = new ArrayList<Block.Text>();
        if (besides) {
            addBesides(lines, facts, field);
        } else {
            facts.forEach(fact -> addAlone(lines, fact));
        }
        return lines;
    }

    private static int widest(Fact fact) {
        int widest = fact.figure().length() * Style.FIGURE.times;
        for (var word : String.join(" ", fact.words()).split(" ", -1)) {
            widest = Math.max(widest, word.length());
        }
        return widest;
    }

    /// The printer puts it in the middle.
    private void addAlone(List<Block.Text> lines, Fact fact) {
        lines.add(new Block.Text(fact.figure(), Style.FIGURE));
        for (var words : fact.words()) {
            for (var line : Columns.wrapped(words, profile.columns())) {
                lines.add(new Block.Text(line, Style.SMALL));
            }
        }
    }

    private static void addBesides(List<Block.Text> lines, List<Fact> facts, int field) {
        var figures = new StringBuilder();
        var words = new ArrayList<List<String>>();
        int most = 0;
        for (var fact : facts) {
            figures.append(Columns.centred(fact.figure(), field / Style.FIGURE.times));
            var below = new ArrayList<String>();
            fact.words().forEach(line -> below.addAll(Columns.wrapped(line, field - 1)));
            words.add(below);
            most = Math.max(most, below.size());
        }
        lines.add(new Block.Text(figures.toString(), Style.FIGURE));
        for (int i = 0; i < most; i++) {
            var line = new StringBuilder();
            for (var below : words) {
                line.append(Columns.centred(i < below.size() ? below.get(i) : "", field));
            }
            lines.add(new Block.Text(line.toString(), Style.SMALL));
        }
    }

    /// A printer may put all of a code into byte mode, which makes it larger than ours: it is asked
    /// only for what fits then, too.
    private void code(EscPos out, QrCode code, boolean byPrinter) {
        int dots = byPrinter ? code.moduleDotsInBytes(profile.paper()) : 0;
        if (dots >= QrCode.MODULE_MIN_DOTS) {
            out.qr(code.content().getBytes(StandardCharsets.US_ASCII), dots);
        } else {
            out.picture(code.draw(profile.paper()));
        }
    }

    private BufferedImage kept(Block block) {
        return pictures.computeIfAbsent(
                block,
                it ->
                        switch (it) {
                            case Block.Text(var words, var style) -> drawing.text(words, style);
                            case Block.Facts(var facts) -> drawing.facts(facts);
                            case Block.Dashes _ -> drawing.dashes();
                            case Block.TicketName _,
                                    Block.Gap _,
                                    Block.Code _,
                                    Block.Picture _,
                                    Block.Drawn _,
                                    Block.DrawnCode _,
                                    Block.Letters _ ->
                                    throw new AssertionError("kept for one ticket: " + it);
                        });
    }
}
