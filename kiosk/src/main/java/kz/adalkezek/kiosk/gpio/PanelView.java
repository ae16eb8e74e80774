package kz.adalkezek.kiosk.gpio;

import java.util.Optional;

/// The panel as it is now.
///
/// @param works whether its pins can be used
/// @param helpCalled from the press of the button until somebody of the staff has come
/// @param doorOpen nothing where no door is wired, or nobody knows
/// @param present whether somebody stands before the kiosk; nothing where no sensor tells
public record PanelView(
        boolean works, boolean helpCalled, Optional<Boolean> doorOpen, Optional<Boolean> present) {

    static final PanelView NOT_KNOWN =
            new PanelView(false, false, Optional.empty(), Optional.empty());
}
