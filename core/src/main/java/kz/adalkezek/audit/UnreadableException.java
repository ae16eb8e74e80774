package kz.adalkezek.audit;

import java.io.IOException;

/// The log, or something needed to judge it, cannot be read; nothing is said about its truth. The
/// reason is a sentence without its full stop.
final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    private final String why;

    UnreadableException(String why) {
        super(why);
        this.why = why;
    }

    UnreadableException(String why, IOException cause) {
        super(why, cause);
        this.why = why;
    }

    String why() {
        return why;
    }
}
