package kz.adalkezek.kiosk.led;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import kz.adalkezek.queue.TicketNumber;

/// One frame of the Alpha protocol: five zeros, `01`, `Z` (any kind of board), two hexadecimal
/// digits of the address, `02`, the text for file `A`, held still in the middle line, `03`, the sum
/// of all from `02` to `03` as four hexadecimal digits, `04`.
///
/// A ticket's letter is one of A to Z and goes out as the Latin letter that it is; the Kazakh and
/// Russian А Е К М Т look the same on the board.
final class AlphaFrame {

    private static final String WAKE = "\0\0\0\0\0\1";
    private static final String EVERY_KIND = "Z";
    private static final String WRITE_FILE_A = "AA";

    /// Escape, the middle line, mode "hold".
    private static final String HOLD = "\u001B b";

    private static final String STX = "\2";
    private static final String ETX = "\3";
    private static final String EOT = "\4";
    private static final int SUM_MASK = 0xFFFF;

    private AlphaFrame() {}

    static byte[] of(Address address, Optional<TicketNumber> number) {
        var shown = number.map(TicketNumber::toString).orElse("");
        var summed = STX + WRITE_FILE_A + HOLD + shown + ETX;
        return (WAKE + EVERY_KIND + address.digits() + summed + sum(summed) + EOT)
                .getBytes(US_ASCII);
    }

    private static String sum(String summed) {
        return "%04X".formatted(summed.chars().sum() & SUM_MASK);
    }
}
