package kz.adalkezek.kiosk.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The Alpha protocol: five zeros at least, `01`, the kind of board, its address, `02`, one text
/// for file `A` or `0` that stands still, and `04`; before that, if the sender likes, `03` and the
/// sum of all from `02` on.
final class AlphaDecoder implements SignDecoder {

    private static final int SOH = 0x01;
    private static final int EOT = 0x04;
    private static final int ZEROS_MIN = 5;
    private static final int FRAME_MAX_CHARS = 150;
    private static final int HEXADECIMAL = 16;
    private static final int SUM_MASK = 0xFFFF;

    private static final Pattern FRAME =
            Pattern.compile(
                    "Z(?<address>[0-9A-F]{2})"
                            + "(?<summed>\\x02A[0A]\\x1B[ \"&0]b(?<text>[ -~]*)\\x03?)"
                            + "(?<sum>[0-9A-F]{4})?");

    private final StringBuilder frame = new StringBuilder();
    private int zeros;
    private boolean inside;

    @Override
    public Optional<Heard> take(int next) {
        if (inside) {
            return within(next);
        }
        if (next == 0) {
            zeros++;
            return Optional.empty();
        }
        boolean awake = zeros >= ZEROS_MIN;
        zeros = 0;
        if (next == SOH && awake) {
            inside = true;
            frame.setLength(0);
            return Optional.empty();
        }
        return Optional.of(new Heard.Garbage("outside of a frame: " + hex("" + (char) next)));
    }

    private Optional<Heard> within(int next) {
        if (next == EOT) {
            inside = false;
            return Optional.of(whole());
        }
        frame.append((char) next);
        if (frame.length() > FRAME_MAX_CHARS) {
            inside = false;
            return Optional.of(new Heard.Garbage("a frame that is too long: " + hex(frame)));
        }
        return Optional.empty();
    }

    private Heard whole() {
        var match = FRAME.matcher(frame);
        if (!match.matches()) {
            return new Heard.Garbage("no frame: " + hex(frame));
        }
        var summed = match.group("summed");
        var sum = match.group("sum");
        if (summed.endsWith("\3") != (sum != null)) {
            return new Heard.Garbage(
                    "a sum without its mark, or a mark without its sum: " + hex(frame));
        }
        if (sum != null
                && Integer.parseInt(sum, HEXADECIMAL) != (summed.chars().sum() & SUM_MASK)) {
            return new Heard.Garbage("a wrong sum: " + hex(frame));
        }
        return new Heard.Shown(match.group("address"), match.group("text"));
    }

    private static String hex(CharSequence bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes.toString().getBytes(ISO_8859_1));
    }
}
