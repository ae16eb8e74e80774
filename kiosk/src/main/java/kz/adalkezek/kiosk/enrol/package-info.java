/// Who this kiosk is for the branch: its own key, and the pairing that makes both known to each
/// other.
@NullMarked
package kz.adalkezek.kiosk.enrol;

import org.jspecify.annotations.NullMarked;
