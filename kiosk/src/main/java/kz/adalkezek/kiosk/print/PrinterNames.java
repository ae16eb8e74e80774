package kz.adalkezek.kiosk.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Compares what a printer calls itself with the name of its profile.
final class PrinterNames {

    /// A model has a number in capital letters, such as `TM-T20II`; `epson-80` is of all of them.
    private static final Pattern MODEL = Pattern.compile("[A-Z]+-?[A-Z]*[0-9].*");

    private static final Pattern NUMBER = Pattern.compile("[0-9]");
    private static final Pattern SPACE_BETWEEN = Pattern.compile("[-_ ]");

    private PrinterNames() {}

    /// @param profile a profile's name, such as `TM-T70II-CH`
    /// @param told what the printer says, such as `EPSON TM-T70II`
    /// @return whether they are two models for certain
    static boolean isOther(String profile, String told) {
        if (!MODEL.matcher(profile).matches()) {
            return false;
        }
        if (!NUMBER.matcher(told).find() || plain(told).endsWith(plain(profile))) {
            return false;
        }
        var wanted = profile.toUpperCase(Locale.ROOT) + "-";
        return Arrays.stream(told.toUpperCase(Locale.ROOT).split(" ", -1))
                .noneMatch(word -> NUMBER.matcher(word).find() && wanted.startsWith(word + "-"));
    }

    private static String plain(String name) {
        return SPACE_BETWEEN.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
