package kz.adalkezek.kiosk.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The numeric protocol: `02`, an address of two digits, digits with spaces, minus signs and at
/// most one point, `03`.
final class StxDecoder implements SignDecoder {

    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int FRAME_MAX_CHARS = 12;
    private static final Pattern FRAME =
            Pattern.compile("(?<address>[0-9]{2})(?<text>[0-9 -]*(\\.[0-9 -]*)?)");

    private final StringBuilder frame = new StringBuilder();
    private boolean inside;

    @Override
    public Optional<Heard> take(int next) {
        if (next == STX) {
            boolean cut = inside;
            inside = true;
            var rest = frame.toString();
            frame.setLength(0);
            return cut ? error("a frame without its end", rest) : Optional.empty();
        }
        if (!inside) {
            return error("outside of a frame", "" + (char) next);
        }
        if (next == ETX) {
            return Optional.of(whole());
        }
        frame.append((char) next);
        if (frame.length() > FRAME_MAX_CHARS) {
            inside = false;
            return error("a frame that is too long", frame.toString());
        }
        return Optional.empty();
    }

    private Heard whole() {
        inside = false;
        var match = FRAME.matcher(frame);
        return match.matches()
                ? new Heard.Shown(match.group("address"), match.group("text"))
                : new Heard.Garbage("no frame: " + hex(frame.toString()));
    }

    private static Optional<Heard> error(String what, String bytes) {
        return Optional.of(new Heard.Garbage(what + ": " + hex(bytes)));
    }

    private static String hex(String bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes.getBytes(ISO_8859_1));
    }
}
