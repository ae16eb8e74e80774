package kz.adalkezek.kiosk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.adalkezek.kiosk.print.Paper;
import kz.adalkezek.kiosk.print.Profile;
import kz.adalkezek.kiosk.print.TicketDesign;
import kz.adalkezek.kiosk.serial.SerialSettings;

/// The section `[printer]`.
///
/// @param device nothing for a simulated printer
/// @param profile what this make of printer can do
/// @param design what the branch wants its tickets to look like
record PrinterConfig(
        Optional<String> device,
        int baud,
        boolean handshake,
        Profile profile,
        TicketDesign design) {

    /// What the configuration calls the simulated printer.
    private static final String SIMULATED = "sim";

    private static final int MM_80 = 80;
    private static final int MM_58 = 58;

    static PrinterConfig read(ConfigSection section) {
        var device = section.text("device", "sim|/.+", "write \"sim\" or a device such as /dev/lp");
        var profile = section.has("profile") ? profile(section) : unknown(section);
        return new PrinterConfig(
                device.equals(SIMULATED) ? Optional.empty() : Optional.of(device),
                section.number("baud", SerialSettings.SLOWEST_BAUD, SerialSettings.FASTEST_BAUD),
                section.truth("handshake"),
                profile,
                design(section, profile.paper()));
    }

    Paper paper() {
        return profile.paper();
    }

    private static Profile profile(ConfigSection section) {
        var known = known(section);
        var name = section.text("profile", "[^\\p{Cntrl}]{1,40}", "write the name of a profile");
        var profile = known.get(name);
        if (profile == null) {
            section.fault(
                    "profile",
                    "there is no such profile; write raster-80 or raster-58 for a printer of which"
                            + " nothing is known, or one of "
                            + new TreeSet<>(known.keySet()));
            return Profile.unknown(Paper.MM_80);
        }
        if (section.has("paper") && paper(section).fullReceipt() != profile.paper().fullReceipt()) {
            section.fault("paper", "leave it out: the profile says how wide its paper is");
        }
        return profile;
    }

    /// Those of the branch stand before those of the same name that come with the project.
    private static Map<String, Profile> known(ConfigSection section) {
        var known = new TreeMap<>(ProfilesFile.shipped());
        if (section.has("profiles")) {
            try {
                known.putAll(ProfilesFile.read(section.path("profiles")));
            } catch (ConfigException e) {
                section.fault("profiles", String.valueOf(e.getMessage()));
            }
        }
        return known;
    }

    private static Profile unknown(ConfigSection section) {
        if (section.has("profiles")) {
            section.fault("profiles", "name one of its profiles by the key profile");
        }
        return Profile.unknown(paper(section));
    }

    private static Paper paper(ConfigSection section) {
        return switch (section.number("paper", MM_58, MM_80)) {
            case MM_80 -> Paper.MM_80;
            case MM_58 -> Paper.MM_58;
            default -> {
                section.fault("paper", "write 80 or 58, the width of the roll in millimetres");
                yield Paper.MM_80;
            }
        };
    }

    private static TicketDesign design(ConfigSection section, Paper paper) {
        if (section.has("layout")) {
            try {
                return LayoutFile.read(section.path("layout"), paper);
            } catch (ConfigException e) {
                section.fault("layout", String.valueOf(e.getMessage()));
            }
        }
        return TicketDesign.USUAL;
    }
}
