package kz.adalkezek.kiosk.pad;

import java.util.ArrayList;
import java.util.List;

/// Gathers keys until `#`. Anything but digits, `*` and `#` wipes what was typed, as does more than
/// anybody has to type. For one thread.
final class PadKeys {

    static final int TYPED_MAX_CHARS = 31;

    private final StringBuilder typed = new StringBuilder();
    private boolean spoilt;

    /// @return what was ended with `#` by these bytes; the empty text for what was spoilt
    List<String> take(byte[] bytes) {
        var ended = new ArrayList<String>();
        for (byte key : bytes) {
            if (key == '#') {
                ended.add(spoilt ? "" : typed.toString());
                forget();
            } else if ((key >= '0' && key <= '9') || key == '*') {
                if (typed.length() == TYPED_MAX_CHARS) {
                    spoilt = true;
                } else {
                    typed.append((char) key);
                }
            } else {
                forget();
            }
        }
        return ended;
    }

    void forget() {
        typed.setLength(0);
        spoilt = false;
    }
}
