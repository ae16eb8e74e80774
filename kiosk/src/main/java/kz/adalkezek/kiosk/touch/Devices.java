package kz.adalkezek.kiosk.touch;

import java.util.Optional;
import kz.adalkezek.kiosk.errand.Copies;
import kz.adalkezek.kiosk.gpio.Panel;
import kz.adalkezek.kiosk.scan.ScanDesk;

/// What stands around the screen of this kiosk.
///
/// @param panel lamp, button, door and sensor
/// @param scans of codes that somebody holds before a scanner
/// @param copies of tickets that this kiosk gave
/// @param simulators of the devices that are not real
public record Devices(
        Optional<Panel> panel, ScanDesk scans, Copies copies, Simulators simulators) {}
