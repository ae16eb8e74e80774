/// One citizen's errand, from the touch to the number in the hand; what is not settled stays on
/// disk.
@NullMarked
package kz.adalkezek.kiosk.errand;

import org.jspecify.annotations.NullMarked;
