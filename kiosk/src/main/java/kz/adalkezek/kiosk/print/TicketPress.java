package kz.adalkezek.kiosk.print;

import java.util.EnumMap;
import java.util.Map;

/// Turns tickets into the bytes for one kind of paper. Keep one: it holds fonts and texts. For one
/// thread at a time.
public final class TicketPress {

    private final Paper paper;
    private final Drawing drawing;
    private final Map<Language, TicketLayout> layouts = new EnumMap<>(Language.class);

    public TicketPress(Paper paper) {
        this.paper = paper;
        this.drawing = new Drawing(paper);
        for (var language : Language.values()) {
            layouts.put(language, new TicketLayout(new TicketTexts(language)));
        }
    }

    /// ESC/POS from the first command to the cut.
    ///
    /// @throws IllegalArgumentException if a name has a character that the font cannot draw
    public byte[] press(Ticket ticket) {
        var layout = layouts.get(ticket.language());
        if (layout == null) {
            throw new AssertionError(ticket.language());
        }
        var out = new EscPos();
        for (var block : layout.of(ticket, paper)) {
            switch (block) {
                case Block.Text(var words, var style) -> out.picture(drawing.text(words, style));
                case Block.TicketName(var shown) -> out.picture(drawing.number(shown));
                case Block.Facts(var facts) -> out.picture(drawing.facts(facts));
                case Block.Dashes _ -> out.picture(drawing.dashes());
                case Block.Gap(int dots) -> out.feed(dots);
                case Block.Code(var code) -> out.picture(code.draw(paper));
            }
        }
        return out.cut().bytes();
    }
}
