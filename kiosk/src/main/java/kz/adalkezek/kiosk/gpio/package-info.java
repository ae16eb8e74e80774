/// The kiosk's panel: its lamp, the button that calls for help, the door and the presence sensor,
/// on pins of the computer.
@NullMarked
package kz.adalkezek.kiosk.gpio;

import org.jspecify.annotations.NullMarked;
