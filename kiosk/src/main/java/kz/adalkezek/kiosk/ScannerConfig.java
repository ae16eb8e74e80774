package kz.adalkezek.kiosk;

import kz.adalkezek.kiosk.serial.SerialSettings;

/// The section `[scanner]`, for a scanner on a serial line; one that pretends to be a keyboard
/// needs none.
record ScannerConfig(String device, int baud) {

    static ScannerConfig read(ConfigSection section) {
        return new ScannerConfig(
                section.text("device", "/.+", "write a device such as /dev/ttyACM0"),
                section.number("baud", SerialSettings.SLOWEST_BAUD, SerialSettings.FASTEST_BAUD));
    }

    SerialSettings settings() {
        return new SerialSettings(device, baud, false, false);
    }
}
