/// An operator's number pad: keys that call, start and finish at one counter.
@NullMarked
package kz.adalkezek.kiosk.pad;

import org.jspecify.annotations.NullMarked;
