package kz.adalkezek.kiosk.print;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Turns tickets into the bytes for one kind of printer. Keep one: it holds fonts and texts. For
/// one thread at a time.
public final class TicketPress {

    private final Profile profile;
    private final Composer composer;
    private final Map<Language, TicketLayout> layouts = new EnumMap<>(Language.class);

    /// For a printer of which nothing is known but its paper.
    public TicketPress(Paper paper) {
        this(Profile.unknown(paper), TicketDesign.USUAL);
    }

    public TicketPress(Profile profile, TicketDesign design) {
        this.profile = profile;
        this.composer = new Composer(profile);
        for (var language : Language.values()) {
            layouts.put(language, new TicketLayout(new TicketTexts(language), design));
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
        return composer.compose(layout.of(ticket, profile.paper()));
    }

    /// A ticket for whoever puts a printer up: whether this profile is the right one.
    public byte[] test(Language language) {
        List<Block> blocks = new TestTicket(new TicketTexts(language), profile).blocks();
        return composer.compose(blocks);
    }
}
