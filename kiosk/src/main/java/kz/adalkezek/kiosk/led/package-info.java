/// The LED boards above the counters: which number stands where, as frames on one serial line.
@NullMarked
package kz.adalkezek.kiosk.led;

import org.jspecify.annotations.NullMarked;
