package kz.adalkezek.kiosk.print;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.adalkezek.kiosk.print.Block.Code;
import kz.adalkezek.kiosk.print.Block.Dashes;
import kz.adalkezek.kiosk.print.Block.Fact;
import kz.adalkezek.kiosk.print.Block.Facts;
import kz.adalkezek.kiosk.print.Block.Gap;
import kz.adalkezek.kiosk.print.Block.Style;
import kz.adalkezek.kiosk.print.Block.Text;
import kz.adalkezek.kiosk.print.Block.TicketName;
import kz.adalkezek.kiosk.print.Ticket.Origin;
import kz.adalkezek.queue.TicketNumber;

/// What stands where on a ticket, in its language and as the branch wants it.
final class TicketLayout {

    /// Letters that look alike in all three languages; stored Latin, shown Cyrillic.
    private static final Map<Character, Character> SHOWN_LETTERS =
            Map.of('A', 'А', 'E', 'Е', 'K', 'К', 'M', 'М', 'T', 'Т');

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char DIAMOND = '◆';
    private static final String BETWEEN_GROUPS = " · ";

    /// Waits from this on are told in steps of five minutes.
    private static final long COARSE_FROM_MIN = 10;

    private static final long COARSE_STEP_MIN = 5;

    private final TicketTexts texts;
    private final TicketDesign design;

    TicketLayout(TicketTexts texts, TicketDesign design) {
        this.texts = texts;
        this.design = design;
    }

    List<Block> of(Ticket ticket, Paper paper) {
        var blocks = new ArrayList<Block>();
        for (var part : design.order()) {
            var piece = piece(part, ticket, paper);
            if (!piece.isEmpty() && !blocks.isEmpty()) {
                blocks.add(new Gap(part.gapDots));
            }
            blocks.addAll(piece);
        }
        blocks.add(new Gap(design.feedDots()));
        return List.copyOf(blocks);
    }

    private List<Block> piece(TicketDesign.Part part, Ticket ticket, Paper paper) {
        return switch (part) {
            case LOGO ->
                    design.logo().map(logo -> new Block.Picture(logo.on(paper))).stream()
                            .<Block>map(picture -> picture)
                            .toList();
            case BRANCH -> List.of(new Text(ticket.branch(), Style.SMALL));
            case HEADING -> List.of(new Text(heading(ticket), Style.NORMAL));
            case NUMBER -> List.of(new TicketName(shown(ticket.number())));
            case SERVICES -> services(ticket);
            case RULE -> List.of(new Dashes());
            case WAIT ->
                    switch (ticket.origin()) {
                        case Origin.Branch branch -> expectation(branch);
                        case Origin.Kiosk _ -> issuedAlone(ticket.issued());
                    };
            case TIME -> List.of(new Text(date(ticket.issued()), Style.NORMAL));
            case CODE ->
                    switch (ticket.origin()) {
                        case Origin.Branch branch -> receipt(branch, paper);
                        case Origin.Kiosk(var address) -> pageAlone(address);
                    };
            case EXTRA ->
                    design.extra(ticket.language()).stream()
                            .<Block>map(line -> new Text(line, Style.SMALL))
                            .toList();
        };
    }

    private static List<Block> services(Ticket ticket) {
        var blocks = new ArrayList<Block>();
        for (var service : ticket.services()) {
            blocks.add(new Text(service, Style.NAME));
        }
        if (!ticket.groups().isEmpty()) {
            blocks.add(new Gap(6));
            blocks.add(new Text(String.join(BETWEEN_GROUPS, ticket.groups()), Style.SMALL));
        }
        return blocks;
    }

    private List<Block> issuedAlone(LocalDateTime issued) {
        return List.of(
                new Text(texts.say("ticket.offline.issued"), Style.NAME),
                new Gap(12),
                new Text(
                        texts.say("ticket.offline.kept", Map.of("time", time(issued))),
                        Style.NORMAL));
    }

    private List<Block> pageAlone(String address) {
        return List.of(
                new Code(QrCode.of(address)),
                new Gap(QrCode.QUIET_DOTS),
                new Text(texts.say("ticket.offline.phone"), Style.SMALL));
    }

    /// The number as people read it: `К 047`, with a space that never breaks.
    static String shown(TicketNumber number) {
        char letter = SHOWN_LETTERS.getOrDefault(number.letter(), number.letter());
        return letter + String.format(Locale.ROOT, NO_BREAK_SPACE + "%03d", number.ordinal());
    }

    private String heading(Ticket ticket) {
        var heading = texts.say(ticket.reprint() ? "ticket.copy" : "ticket.yours");
        return ticket.ground() ? heading + NO_BREAK_SPACE + DIAMOND : heading;
    }

    private List<Block> expectation(Origin.Branch ticket) {
        var blocks = new ArrayList<Block>();
        var facts = new ArrayList<Fact>();
        if (ticket.ahead() == 0) {
            blocks.add(new Text(texts.say("ticket.next"), Style.NAME));
            blocks.add(new Gap(12));
        } else {
            facts.add(
                    new Fact(
                            texts.number(ticket.ahead()),
                            List.of(texts.counted("ticket.ahead", ticket.ahead()))));
        }
        var words = new ArrayList<String>();
        words.add(texts.say("ticket.wait.label"));
        if (!ticket.expected().learned()) {
            words.add(texts.say("ticket.wait.norm"));
        }
        facts.add(new Fact(range(ticket.expected()), words));
        blocks.add(new Facts(facts));
        return blocks;
    }

    /// The wait in minutes, never told shorter than it is expected.
    String range(Wait wait) {
        long from = rounded(wait.p50());
        long to = rounded(wait.p90());
        return from == to
                ? texts.say("ticket.wait.single", Map.of("a", texts.number(from)))
                : texts.say(
                        "ticket.wait.range",
                        Map.of("a", texts.number(from), "b", texts.number(to)));
    }

    private static long rounded(Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return minutes <= COARSE_FROM_MIN
                ? minutes
                : Math.ceilDiv(minutes, COARSE_STEP_MIN) * COARSE_STEP_MIN;
    }

    String date(LocalDateTime issued) {
        return texts.say(
                "ticket.date",
                Map.of(
                        "year", Integer.toString(issued.getYear()),
                        "month", texts.say("ticket.month." + issued.getMonthValue()),
                        "day", Integer.toString(issued.getDayOfMonth()),
                        "time", time(issued)));
    }

    private static String time(LocalDateTime issued) {
        return String.format(Locale.ROOT, "%02d:%02d", issued.getHour(), issued.getMinute());
    }

    private List<Block> receipt(Origin.Branch ticket, Paper paper) {
        var receipt = ticket.receipt();
        var words =
                Map.of(
                        "n", texts.number(receipt.size()),
                        "entries", texts.counted("ticket.entries", receipt.size()));
        return List.of(
                new Code(QrCode.of(paper, ticket.page(), receipt)),
                new Gap(QrCode.QUIET_DOTS),
                new Text(texts.say("ticket.phone"), Style.SMALL),
                new Text(texts.say("ticket.log", words), Style.SMALL),
                new Text(shortRoot(receipt.root().bytes()), Style.NORMAL));
    }

    /// The first four bytes of the root, as people compare them: `7F3A–91C2`.
    static String shortRoot(byte[] root) {
        var hex = HexFormat.of().withUpperCase();
        return hex.formatHex(root, 0, 2) + '–' + hex.formatHex(root, 2, 4);
    }
}
