package kz.adalkezek.log;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a path below the log directory means, such as `tile/0/x001/x234/067.p/12` (C2SP
/// tlog-tiles). `width` is the number of hashes or entries, 256 when the tile is full.
public sealed interface TilePath {

    int FULL_WIDTH = 256;
    int MAX_LEVEL = 63;

    /// No log whose size fits in a `long` has a tile beyond this number.
    long MAX_NUMBER = Long.MAX_VALUE / FULL_WIDTH;

    long number();

    int width();

    default boolean isFull() {
        return width() == FULL_WIDTH;
    }

    /// A tile of hashes; level 0 holds leaf hashes, each further level the roots of full tiles.
    record Hashes(int level, long number, int width) implements TilePath {
        public Hashes {
            if (level < 0 || level > MAX_LEVEL) {
                throw new IllegalArgumentException("level must be 0 to 63 but was " + level);
            }
            requireInside(number, width);
        }

        @Override
        public String toString() {
            return "tile/" + level + "/" + suffix(number, width);
        }
    }

    /// A bundle of entries.
    record Entries(long number, int width) implements TilePath {
        public Entries {
            requireInside(number, width);
        }

        @Override
        public String toString() {
            return "tile/entries/" + suffix(number, width);
        }
    }

    static TilePath hashes(int level, long number) {
        return new Hashes(level, number, FULL_WIDTH);
    }

    static TilePath hashes(int level, long number, int width) {
        return new Hashes(level, number, width);
    }

    static TilePath entries(long number) {
        return new Entries(number, FULL_WIDTH);
    }

    static TilePath entries(long number, int width) {
        return new Entries(number, width);
    }

    /// Takes exactly the paths that `toString` writes.
    static Optional<TilePath> parse(String path) {
        var form = Form.PATH.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        var group = form.group("width");
        int width = group == null ? FULL_WIDTH : Integer.parseInt(group);
        long number = Long.parseLong(form.group("number").replace("x", "").replace("/", ""));
        var level = form.group("level");
        if (number > MAX_NUMBER || width > FULL_WIDTH) {
            return Optional.empty();
        }
        if (level.equals("entries")) {
            return Optional.of(entries(number, width)).filter(it -> it.toString().equals(path));
        }
        return Optional.of(Integer.parseInt(level))
                .filter(it -> it <= MAX_LEVEL)
                .map(it -> hashes(it, number, width))
                .filter(it -> it.toString().equals(path));
    }

    /// The width of the last, partial hash tile of a level at that size, 0 to 255; at 0 there is no
    /// such tile. Level 0 also answers for the entry bundles.
    static int partialWidth(int level, long size) {
        return (int) (HashTile.hashesOnLevel(level, size) % FULL_WIDTH);
    }

    private static void requireInside(long number, int width) {
        if (number < 0 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("there is no tile " + number);
        }
        if (width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("width must be 1 to 256 but was " + width);
        }
    }

    private static String suffix(long number, int width) {
        var path = String.format(Locale.ROOT, "%03d", number % 1000);
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            path = String.format(Locale.ROOT, "x%03d/%s", rest % 1000, path);
        }
        return width == FULL_WIDTH ? path : path + ".p/" + width;
    }

    /// Loose in upper bounds and in groups of zeros; `parse` writes the path again to compare.
    final class Form {
        private static final Pattern PATH =
                Pattern.compile(
                        "tile/(?<level>entries|0|[1-9][0-9]?)"
                                + "/(?<number>(?:x[0-9]{3}/){0,5}[0-9]{3})"
                                + "(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

        private Form() {}
    }
}
