package kz.adalkezek.kiosk.print;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one make of printer can do.
///
/// @param name as the configuration of a kiosk calls it
/// @param columns of its letters of 12 by 24 dots in a line
/// @param pages the code pages that it has, with the number by which `ESC t` selects each; none for
///   a printer that gets every line as a picture
/// @param drawsQr whether it draws QR codes itself (`GS ( k`)
/// @param dpi dots an inch
public record Profile(
        String name,
        Paper paper,
        int columns,
        Map<CodePage, Integer> pages,
        Cutter cutter,
        boolean drawsQr,
        StatusDialect status,
        int dpi) {

    public static final int CELL_DOTS = 12;
    public static final int LEAST_COLUMNS = 20;
    public static final int PAGE_MAX = 255;
    public static final int LEAST_DPI = 180;
    public static final int MOST_DPI = 300;
    public static final int USUAL_DPI = 203;

    /// A line in a page of this printer.
    static final class Encoded {

        private final int page;
        private final byte[] bytes;

        private Encoded(int page, byte[] bytes) {
            this.page = page;
            this.bytes = bytes;
        }

        int page() {
            return page;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    public Profile {
        var sorted = new EnumMap<CodePage, Integer>(CodePage.class);
        sorted.putAll(pages);
        pages = Collections.unmodifiableMap(sorted);
        if (columns < LEAST_COLUMNS || columns > mostColumns(paper.dots())) {
            throw new IllegalArgumentException("no such line of " + columns + " columns");
        }
        if (pages.values().stream().anyMatch(page -> page < 0 || page > PAGE_MAX)) {
            throw new IllegalArgumentException("a page has a number from 0 to 255: " + pages);
        }
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw new IllegalArgumentException("180 to 300 dots an inch: " + dpi);
        }
    }

    /// A printer of which nothing is known but its paper: every line is a picture.
    public static Profile unknown(Paper paper) {
        return new Profile(
                "raster",
                paper,
                mostColumns(paper.dots()),
                Map.of(),
                Cutter.PARTIAL,
                false,
                StatusDialect.EPSON,
                USUAL_DPI);
    }

    public static int mostColumns(int dots) {
        return dots / CELL_DOTS;
    }

    /// The names of the pages by their numbers.
    public Map<Integer, String> pageNames() {
        var names = new TreeMap<Integer, String>();
        pages.forEach((page, number) -> names.put(number, page.tag()));
        return names;
    }

    /// The first page that has every character, the one for Kazakh before others.
    Optional<Encoded> encode(String words) {
        for (var page : pages.entrySet()) {
            var bytes = page.getKey().encode(words);
            if (bytes.isPresent()) {
                return Optional.of(new Encoded(page.getValue(), bytes.get()));
            }
        }
        return Optional.empty();
    }

    boolean encodes(String words) {
        return encode(words).isPresent();
    }
}
