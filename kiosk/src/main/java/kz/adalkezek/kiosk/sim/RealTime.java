package kz.adalkezek.kiosk.sim;

import java.util.Arrays;
import java.util.Optional;

/// Finds the requests that a printer obeys the moment they arrive, wherever they stand: also while
/// it is off-line, and also inside a picture.
final class RealTime {

    sealed interface Request {
        /// DLE EOT, 1 to 4.
        record Status(int which) implements Request {}

        /// DLE EOT 20, of a Custom KPM.
        record Whole() implements Request {}

        /// DLE ENQ 1 and 2: on again after an error, with or without what was waiting.
        record Recover(boolean forget) implements Request {}

        /// DLE DC4 8: forget what was received and not printed.
        record Forget() implements Request {}
    }

    private static final byte DLE = 0x10;
    private static final byte WHOLE = 0x14;
    private static final byte[] FORGET = {DLE, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};

    /// The last bytes of the stream.
    private final byte[] tail = new byte[FORGET.length];

    Optional<Request> push(byte next) {
        System.arraycopy(tail, 1, tail, 0, tail.length - 1);
        tail[tail.length - 1] = next;
        if (Arrays.equals(tail, FORGET)) {
            return Optional.of(new Request.Forget());
        }
        if (tail[tail.length - 3] != DLE) {
            return Optional.empty();
        }
        return switch (tail[tail.length - 2]) {
            case 0x04 -> status(next);
            case 0x05 ->
                    next == 1 || next == 2
                            ? Optional.of(new Request.Recover(next == 2))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Request> status(byte which) {
        if (which == WHOLE) {
            return Optional.of(new Request.Whole());
        }
        return which >= 1 && which <= 4 ? Optional.of(new Request.Status(which)) : Optional.empty();
    }
}
