/// What a scanner reads: a code of a booking, the code on a ticket, or neither.
@NullMarked
package kz.adalkezek.kiosk.scan;

import org.jspecify.annotations.NullMarked;
