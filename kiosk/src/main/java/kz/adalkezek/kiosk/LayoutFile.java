package kz.adalkezek.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.adalkezek.kiosk.font.BundledFont;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Logo;
import kz.adalkezek.kiosk.print.Paper;
import kz.adalkezek.kiosk.print.TicketDesign;
import kz.adalkezek.kiosk.print.TicketDesign.Part;

/// What a branch wants its tickets to look like, in a TOML file that is checked as a whole.
final class LayoutFile {

    private static final Map<String, Part> PARTS =
            Arrays.stream(Part.values()).collect(Collectors.toMap(Part::word, part -> part));
    private static final String ONE_LINE = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    private final ConfigFile file;

    private LayoutFile(ConfigFile file) {
        this.file = file;
    }

    /// @throws ConfigException naming every fault, also of what does not fit this paper
    static TicketDesign read(Path path, Paper paper) {
        return new LayoutFile(ConfigFile.open(path)).design(paper);
    }

    private TicketDesign design(Paper paper) {
        var top = file.top();
        var order = order(top);
        var logo = top.has("logo") ? logo(top) : Optional.<Logo>empty();
        int feed = top.number("feed", 0, TicketDesign.FEED_MAX_DOTS);
        var extra = file.section("extra", LayoutFile::extra);
        if (order.contains(Part.LOGO) != logo.isPresent()) {
            top.fault("logo", "name a PNG file, and \"logo\" in the order; or neither");
        }
        if (order.contains(Part.EXTRA) == extra.values().stream().allMatch(List::isEmpty)) {
            top.fault("extra", "write lines in [extra], and \"extra\" in the order; or neither");
        }
        top.refuseUnknownKeys();
        file.refuseFaults();
        var design = new TicketDesign(logo, order, extra, feed);
        standAlone();
        for (var misfit : design.misfits(paper)) {
            top.fault(misfit.startsWith("the logo") ? "logo" : "extra", misfit);
        }
        file.refuseFaults();
        return design;
    }

    /// Words are measured with our fonts alone, as they will be printed.
    private static void standAlone() {
        try {
            BundledFont.standAlone();
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder for the fonts", e);
        }
    }

    private static List<Part> order(ConfigSection top) {
        var words = top.list("order", "[a-z]+", "write the parts from top to bottom: " + known());
        var order = new ArrayList<Part>();
        var once = EnumSet.noneOf(Part.class);
        for (var word : words) {
            var part = PARTS.get(word);
            if (part == null) {
                top.fault("order", "nobody knows \"" + word + "\"; known are " + known());
            } else if (part != Part.RULE && !once.add(part)) {
                top.fault("order", "\"" + word + "\" stands there twice; only rules may");
            } else {
                order.add(part);
            }
        }
        for (var needed : TicketDesign.NEEDED) {
            if (!order.contains(needed)) {
                top.fault("order", "\"" + needed.word() + "\" is missing; a ticket needs it");
            }
        }
        if (order.size() > TicketDesign.MOST_PARTS) {
            top.fault("order", "write up to " + TicketDesign.MOST_PARTS + " parts");
        }
        return order;
    }

    private static String known() {
        return Arrays.stream(Part.values()).map(Part::word).collect(Collectors.joining(", "));
    }

    private static Optional<Logo> logo(ConfigSection top) {
        var at = top.path("logo");
        try {
            if (Files.size(at) <= Logo.FILE_MAX_BYTES) {
                return Optional.of(Logo.of(Files.readAllBytes(at)));
            }
            top.fault("logo", at + " has more than 1 MiB; make it smaller");
        } catch (IOException e) {
            top.fault("logo", at + " could not be read; check path and rights");
        } catch (IllegalArgumentException e) {
            top.fault("logo", at + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Map<Language, List<String>> extra(ConfigSection section) {
        var extra = new EnumMap<Language, List<String>>(Language.class);
        if (section.names().isEmpty()) {
            return extra;
        }
        for (var language : Language.values()) {
            var lines =
                    section.list(
                            language.tag(),
                            ONE_LINE,
                            "write up to 6 lines in this language, each of 1 to 200 characters");
            boolean tooLong =
                    lines.stream().anyMatch(line -> line.length() > TicketDesign.EXTRA_MAX_CHARS);
            if (tooLong || lines.size() > TicketDesign.MOST_EXTRA_LINES) {
                section.fault(language.tag(), "write up to 6 lines, each of 1 to 200 characters");
            }
            extra.put(language, lines);
        }
        return extra;
    }
}
