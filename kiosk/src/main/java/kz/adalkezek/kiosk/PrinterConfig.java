package kz.adalkezek.kiosk;

import java.util.Optional;
import kz.adalkezek.kiosk.print.Paper;
import kz.adalkezek.kiosk.serial.SerialSettings;

/// The section `[printer]`.
///
/// @param device nothing for a simulated printer
record PrinterConfig(Optional<String> device, int baud, boolean handshake, Paper paper) {

    /// What the configuration calls the simulated printer.
    private static final String SIMULATED = "sim";

    private static final int MM_80 = 80;
    private static final int MM_58 = 58;

    static PrinterConfig read(ConfigSection section) {
        var device = section.text("device", "sim|/.+", "write \"sim\" or a device such as /dev/lp");
        return new PrinterConfig(
                device.equals(SIMULATED) ? Optional.empty() : Optional.of(device),
                section.number("baud", SerialSettings.SLOWEST_BAUD, SerialSettings.FASTEST_BAUD),
                section.truth("handshake"),
                paper(section));
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
}
