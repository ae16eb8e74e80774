package kz.adalkezek.kiosk;

import kz.adalkezek.kiosk.pad.Sheet;
import kz.adalkezek.kiosk.serial.SerialSettings;

/// The section `[pad]`, for an operator's number pad on a serial line of this computer.
record PadConfig(String device, int baud, Sheet sheet) {

    private static final int COUNTER_MAX = 999;
    private static final String CODE = "[a-z][a-z0-9-]{0,39}";

    static PadConfig read(ConfigSection section) {
        var device = section.text("device", "/.+", "write a device such as /dev/pad-3");
        int baud = section.number("baud", SerialSettings.SLOWEST_BAUD, SerialSettings.FASTEST_BAUD);
        int counter = section.number("counter", 1, COUNTER_MAX);
        var prefix =
                section.text(
                        "prefix",
                        "[a-z0-9-]{0,20}",
                        "write what stands before the number of an operator, such as \"op-\"");
        var outcomes =
                section.list(
                        "outcomes",
                        CODE,
                        Sheet.OUTCOMES_MAX,
                        "write up to 9 outcomes of the policy, such as [\"accepted\"]");
        return new PadConfig(device, baud, new Sheet(counter, prefix, outcomes));
    }

    SerialSettings settings() {
        return new SerialSettings(device, baud, false, false);
    }
}
