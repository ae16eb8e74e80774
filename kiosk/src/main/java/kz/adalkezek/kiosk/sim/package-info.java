/// Devices that do not exist, strict as real ones: they take real bytes from a real terminal and
/// refuse what a device would not understand. For the demo, the tests and whoever adds a printer.
@NullMarked
package kz.adalkezek.kiosk.sim;

import org.jspecify.annotations.NullMarked;
