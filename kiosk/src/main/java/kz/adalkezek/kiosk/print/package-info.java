/// From a ticket to ink on paper: layout, drawing, ESC/POS, the serial line, and what the printer
/// says about it.
@NullMarked
package kz.adalkezek.kiosk.print;

import org.jspecify.annotations.NullMarked;
