package kz.adalkezek.kiosk.print;

import java.util.Map;

/// Printers for tests: of those that come with the project, the ones of which nothing is known and
/// those with everything.
public final class Printers {

    static final Map<CodePage, Integer> CODE_PAGES =
            Map.of(
                    CodePage.KZ_1048, 53,
                    CodePage.WINDOWS_1251, 46,
                    CodePage.CP866, 17,
                    CodePage.CP855, 34);

    /// As the simulator is to have them.
    public static final Map<Integer, String> PAGES = named("epson-80").pageNames();

    private Printers() {}

    public static Profile named(String name) {
        var paper = name.endsWith("58") ? Paper.MM_58 : Paper.MM_80;
        return name.startsWith("raster") ? Profile.unknown(paper) : with(CODE_PAGES, paper);
    }

    static Profile with(Map<CodePage, Integer> pages, Paper paper) {
        return new Profile(
                "epson-" + (paper.fullReceipt() ? "80" : "58"),
                paper,
                Profile.mostColumns(paper.dots()),
                pages,
                Cutter.PARTIAL,
                true,
                StatusDialect.EPSON,
                Profile.USUAL_DPI);
    }
}
