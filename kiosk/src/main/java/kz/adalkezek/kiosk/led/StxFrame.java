package kz.adalkezek.kiosk.led;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import kz.adalkezek.queue.TicketNumber;

/// One frame of the numeric protocol: `02`, two digits of the address, the digits to show, `03`.
/// The boards have no letters, so that of a ticket is dropped.
final class StxFrame {

    static final int DIGITS = 4;

    private static final char STX = 0x02;
    private static final char ETX = 0x03;

    private StxFrame() {}

    static byte[] of(Address address, Optional<TicketNumber> number) {
        var shown = number.map(StxFrame::digits).orElse(" ".repeat(DIGITS));
        return (STX + address.digits() + shown + ETX).getBytes(US_ASCII);
    }

    /// A number with more digits than the board is shown as lines, since its last digits alone
    /// would be somebody else's number.
    private static String digits(TicketNumber number) {
        var digits = number.toString().substring(1);
        return digits.length() > DIGITS
                ? "-".repeat(DIGITS)
                : " ".repeat(DIGITS - digits.length()) + digits;
    }
}
