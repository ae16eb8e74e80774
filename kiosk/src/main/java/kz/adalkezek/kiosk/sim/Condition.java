package kz.adalkezek.kiosk.sim;

/// What is true of a simulated printer, and the bytes in which each make says so.
record Condition(boolean offline, boolean cover, boolean out, boolean low, boolean jammed) {

    /// Bits that all answers to `DLE EOT` have.
    private static final int STATUS_FRAME = 0x12;

    private static final int UNASKED_FRAME = 0x10;

    /// To `DLE EOT` 1 to 4.
    int status(int which) {
        return STATUS_FRAME
                | switch (which) {
                    case 1 -> offline ? 0x08 : 0;
                    case 2 -> (cover ? 0x04 : 0) | (out ? 0x20 : 0) | (jammed ? 0x40 : 0);
                    case 3 -> jammed ? 0x08 : 0;
                    default -> (low ? 0x0C : 0) | (out ? 0x60 : 0);
                };
    }

    /// The automatic status: printer, error, paper, reserved.
    int[] unasked() {
        return new int[] {
            UNASKED_FRAME | (offline ? 0x08 : 0) | (cover ? 0x20 : 0),
            jammed ? 0x08 : 0,
            (low ? 0x03 : 0) | (out ? 0x0C : 0),
            0
        };
    }

    /// To `DLE EOT 20` of a Custom KPM: paper, user, errors that pass, errors that do not.
    int[] whole() {
        return new int[] {
            0x10, 0x0F, (out ? 0x01 : 0) | (low ? 0x04 : 0), cover ? 0x02 : 0, 0, jammed ? 0x01 : 0
        };
    }
}
