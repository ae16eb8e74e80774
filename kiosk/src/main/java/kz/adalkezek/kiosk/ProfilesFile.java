package kz.adalkezek.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kz.adalkezek.kiosk.print.CodePage;
import kz.adalkezek.kiosk.print.Cutter;
import kz.adalkezek.kiosk.print.Paper;
import kz.adalkezek.kiosk.print.Profile;
import kz.adalkezek.kiosk.print.StatusDialect;

/// The profiles of printers in a TOML file: those that come with the project, and those of a
/// branch.
final class ProfilesFile {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
    private static final Path SHIPPED = Path.of("printers.toml");
    private static final int MOST_PROFILES = 500;
    private static final String MAKER = "[^\\p{Cntrl}]{1,60}";
    private static final int WIDE_MM = 80;
    private static final int NARROW_MM = 58;
    private static final Map<String, Boolean> QR = Map.of("native", true, "raster", false);
    private static final Map<String, Cutter> CUTTERS =
            Map.of("partial", Cutter.PARTIAL, "full", Cutter.FULL, "none", Cutter.NONE);
    private static final Map<String, StatusDialect> DIALECTS =
            Map.of(
                    "epson", StatusDialect.EPSON,
                    "clone-1-4", StatusDialect.CLONE,
                    "silent", StatusDialect.SILENT,
                    "custom-kpm", StatusDialect.CUSTOM_KPM);
    private static final Map<String, CodePage> PAGES = pages();

    private final ConfigFile file;

    private ProfilesFile(ConfigFile file) {
        this.file = file;
    }

    /// @throws IllegalStateException if the program was built without its file
    static Map<String, Profile> shipped() {
        try (var text = ProfilesFile.class.getResourceAsStream("/" + SHIPPED)) {
            if (text == null) {
                throw new IllegalStateException("the program has no file " + SHIPPED);
            }
            var whole = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return new ProfilesFile(new ConfigFile(SHIPPED, whole)).profiles();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + SHIPPED, e);
        }
    }

    /// @throws ConfigException naming every fault
    static Map<String, Profile> read(Path path) {
        return new ProfilesFile(ConfigFile.open(path)).profiles();
    }

    private Map<String, Profile> profiles() {
        var profiles = new LinkedHashMap<String, Profile>();
        var names = file.top().names();
        for (var name : names) {
            if (NAME.matcher(name).matches() && profiles.size() < MOST_PROFILES) {
                file.section(name, section -> profile(name, section))
                        .ifPresent(profile -> profiles.put(name, profile));
            } else {
                file.top().fault(name, "write up to 500 names of letters, digits, - and _");
            }
        }
        file.refuseFaults();
        return profiles;
    }

    /// Nothing once there is a fault, whose profile nobody will use.
    private Optional<Profile> profile(String name, ConfigSection section) {
        section.word(
                "source",
                Map.of("ours", true, "escpos-printer-db", true),
                true,
                "write \"ours\" or \"escpos-printer-db\"");
        if (section.has("maker")) {
            section.text("maker", MAKER, "write the maker's name");
        }
        int paper = section.number("paper", NARROW_MM, WIDE_MM);
        if (paper != WIDE_MM && paper != NARROW_MM) {
            section.fault("paper", "write 80 or 58, the width of the roll in millimetres");
        }
        int dots = section.number("dots", Paper.NARROWEST_DOTS, Paper.WIDEST_DOTS);
        if (dots % Byte.SIZE != 0) {
            section.fault("dots", "write a multiple of 8");
        }
        int dpi =
                section.has("dpi")
                        ? section.number("dpi", Profile.LEAST_DPI, Profile.MOST_DPI)
                        : Profile.USUAL_DPI;
        int most = Profile.mostColumns(dots);
        int columns =
                section.number(
                        "columns", Profile.LEAST_COLUMNS, Math.max(Profile.LEAST_COLUMNS, most));
        var pages = new EnumMap<CodePage, Integer>(CodePage.class);
        section.numbers("pages", PAGES.keySet(), 0, Profile.PAGE_MAX)
                .forEach((tag, number) -> pages.put(page(tag), number));
        boolean drawsQr = section.word("qr", QR, false, "write \"native\" or \"raster\"");
        var cutter =
                section.word(
                        "cutter", CUTTERS, Cutter.NONE, "write \"partial\", \"full\" or \"none\"");
        var status =
                section.word(
                        "status",
                        DIALECTS,
                        StatusDialect.SILENT,
                        "write \"epson\", \"clone-1-4\", \"silent\" or \"custom-kpm\"");
        return file.isSound()
                ? Optional.of(
                        new Profile(
                                name,
                                new Paper(dots, paper == WIDE_MM),
                                columns,
                                pages,
                                cutter,
                                drawsQr,
                                status,
                                dpi))
                : Optional.empty();
    }

    private static CodePage page(String tag) {
        var page = PAGES.get(tag);
        if (page == null) {
            throw new AssertionError(tag);
        }
        return page;
    }

    private static Map<String, CodePage> pages() {
        var pages = new TreeMap<String, CodePage>();
        for (var page : CodePage.values()) {
            pages.put(page.tag(), page);
        }
        return pages;
    }
}
