package kz.adalkezek.kiosk;

import java.util.Optional;

/// The section `[page]`.
///
/// @param host of the loopback
/// @param mm CSS pixels a millimetre of the screen
record PageConfig(String host, int port, Optional<Double> mm) {

    private static final int PORT_MAX = 65_535;
    private static final double MM_MIN = 1;
    private static final double MM_MAX = 40;

    static PageConfig read(ConfigSection section) {
        return new PageConfig(
                section.text(
                        "host",
                        "localhost|127\\.0\\.0\\.1",
                        "write \"127.0.0.1\": the page is for this machine alone"),
                section.number("port", 0, PORT_MAX),
                section.has("mm") ? Optional.of(mm(section)) : Optional.empty());
    }

    private static double mm(ConfigSection section) {
        return section.decimal(
                "mm", MM_MIN, MM_MAX, "write the CSS pixels a millimetre of this screen, 1 to 40");
    }
}
