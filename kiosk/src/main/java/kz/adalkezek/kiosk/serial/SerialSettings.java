package kz.adalkezek.kiosk.serial;

/// A serial port as the configuration names it.
///
/// @param path the device, such as `/dev/ticket-printer`; a stable name, so that it survives
///   replugging
/// @param baud bits a second
/// @param frame how each byte stands on the wire
/// @param handshake whether the device stops the line by RTS and CTS
/// @param pty whether this is a pseudo-terminal, which has no speed and no such wires
public record SerialSettings(String path, int baud, Frame frame, boolean handshake, boolean pty) {

    public static final int SLOWEST_BAUD = 1_200;
    public static final int FASTEST_BAUD = 921_600;

    public SerialSettings {
        if (baud < SLOWEST_BAUD || baud > FASTEST_BAUD) {
            throw new IllegalArgumentException("no device speaks at " + baud + " baud");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a device has an absolute path, not " + path);
        }
    }

    /// As nearly every device has it: 8N1.
    public SerialSettings(String path, int baud, boolean handshake, boolean pty) {
        this(path, baud, Frame.EIGHT_NONE_ONE, handshake, pty);
    }

    /// How long the wire itself needs for so many bytes, rounded up.
    public long wireMs(int bytes) {
        return Math.ceilDiv(bytes * 1_000L * frame.bitsPerByte(), baud);
    }

    /// Linux lets a writer sleep until almost all of its buffer has gone out.
    private static final int SYSTEM_BUFFER_BYTES = 4_096;

    private static final int SPARE_MS = 2_000;

    /// How long a port that works may take until it has accepted so many bytes.
    public long writeMaxMs(int bytes) {
        return 2 * wireMs(SYSTEM_BUFFER_BYTES + bytes) + SPARE_MS;
    }
}
