package kz.adalkezek.kiosk.print;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.kiosk.print.Block.Style;

/// What a branch may change about its tickets. What a ticket must say is no part of it.
///
/// @param logo above or between the words, where the order has [Part#LOGO]
/// @param order from top to bottom; each part once, but rules as often as wanted
/// @param extra lines of the branch's own for each language, where the order has [Part#EXTRA]
/// @param feedDots white below the last part
public record TicketDesign(
        Optional<Logo> logo, List<Part> order, Map<Language, List<String>> extra, int feedDots) {

    public static final int MOST_PARTS = 20;
    public static final int MOST_EXTRA_LINES = 6;
    public static final int EXTRA_MAX_CHARS = 200;
    public static final int FEED_MAX_DOTS = 400;
    public static final int USUAL_FEED_DOTS = 24;

    /// Without these it would be no ticket.
    public static final List<Part> NEEDED =
            List.of(Part.HEADING, Part.NUMBER, Part.SERVICES, Part.WAIT, Part.TIME, Part.CODE);

    /// As the project ships it.
    public static final TicketDesign USUAL =
            new TicketDesign(
                    Optional.empty(),
                    List.of(
                            Part.BRANCH,
                            Part.HEADING,
                            Part.NUMBER,
                            Part.SERVICES,
                            Part.RULE,
                            Part.WAIT,
                            Part.RULE,
                            Part.TIME,
                            Part.CODE),
                    Map.of(),
                    USUAL_FEED_DOTS);

    /// A piece of a ticket that has its place in the order.
    public enum Part {
        LOGO(12),
        BRANCH(12),
        HEADING(20),
        NUMBER(16),
        SERVICES(24),
        /// The people ahead and the wait; for a ticket issued without connection that it is one.
        WAIT(18),
        TIME(18),
        /// The code for the phone, and the words below it.
        CODE(QrCode.QUIET_DOTS),
        EXTRA(18),
        RULE(18);

        /// White above it, in dots.
        final int gapDots;

        Part(int gapDots) {
            this.gapDots = gapDots;
        }

        /// As a layout file calls it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TicketDesign {
        order = List.copyOf(order);
        var copy = new EnumMap<Language, List<String>>(Language.class);
        extra.forEach((language, lines) -> copy.put(language, List.copyOf(lines)));
        extra = copy;
        var once = EnumSet.noneOf(Part.class);
        if (order.size() > MOST_PARTS
                || !order.containsAll(NEEDED)
                || order.stream().anyMatch(part -> part != Part.RULE && !once.add(part))) {
            throw new IllegalArgumentException("no order of a ticket: " + order);
        }
        if (feedDots < 0 || feedDots > FEED_MAX_DOTS) {
            throw new IllegalArgumentException("0 to 400 dots are fed: " + feedDots);
        }
    }

    List<String> extra(Language language) {
        return extra.getOrDefault(language, List.of());
    }

    /// What does not fit a paper, as sentences.
    public List<String> misfits(Paper paper) {
        var misfits = new ArrayList<String>();
        if (logo.isPresent() && logo.get().width() > paper.dots()) {
            misfits.add(
                    "the logo is "
                            + logo.get().width()
                            + " dots wide and the paper "
                            + paper.dots()
                            + "; make it narrower");
        }
        var type = new Typesetter();
        for (var lines : extra.entrySet()) {
            for (var line : lines.getValue()) {
                misfit(line, type, paper)
                        .ifPresent(why -> misfits.add(lines.getKey().tag() + ": " + why));
            }
        }
        return misfits;
    }

    private static Optional<String> misfit(String line, Typesetter type, Paper paper) {
        int missing = type.font(Style.SMALL).canDisplayUpTo(line);
        if (missing >= 0) {
            return Optional.of(
                    "the font has no sign for \"%s\" (U+%04X); write another"
                            .formatted(
                                    Character.toString(line.codePointAt(missing)),
                                    line.codePointAt(missing)));
        }
        for (var word : line.split(" ", -1)) {
            if (type.advance(word, Style.SMALL) > paper.dots() - 2 * Drawing.MARGIN_DOTS) {
                return Optional.of("\"" + word + "\" is wider than the paper; shorten it");
            }
        }
        return Optional.empty();
    }
}
