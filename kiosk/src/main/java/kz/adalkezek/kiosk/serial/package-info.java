/// Bytes to a device and back over a serial line, each call with a deadline: for the printer and
/// whatever else hangs on a wire.
@NullMarked
package kz.adalkezek.kiosk.serial;

import org.jspecify.annotations.NullMarked;
