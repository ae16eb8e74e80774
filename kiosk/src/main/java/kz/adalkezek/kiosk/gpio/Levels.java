package kz.adalkezek.kiosk.gpio;

import java.util.Optional;

/// What the inputs mean at one moment.
///
/// @param pressed whether the help button is down
record Levels(boolean pressed, Optional<Boolean> doorOpen, Optional<Boolean> present) {

    static Levels read(Pins pins, Wiring wiring) throws PinException {
        var button = level(pins, wiring.helpButton());
        return new Levels(
                button.isPresent() && !button.get(),
                level(pins, wiring.door()),
                level(pins, wiring.presence()));
    }

    private static Optional<Boolean> level(Pins pins, Optional<Integer> line) throws PinException {
        return line.isPresent() ? Optional.of(pins.isHigh(line.get())) : Optional.empty();
    }
}
