package kz.adalkezek.kiosk.touch;

import java.util.Optional;
import kz.adalkezek.kiosk.gpio.Panel;

/// What stands around the screen of this kiosk.
///
/// @param panel lamp, button, door and sensor
/// @param simulators of the devices that are not real
public record Devices(Optional<Panel> panel, Simulators simulators) {}
