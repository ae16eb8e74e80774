package kz.adalkezek.kiosk.print;

import java.util.Locale;

/// The language of a ticket.
public enum Language {
    KK,
    RU,
    EN;

    /// The BCP 47 tag: `kk`, `ru` or `en`.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
