/// The project's own fonts, so that a ticket looks the same on every machine.
@NullMarked
package kz.adalkezek.kiosk.font;

import org.jspecify.annotations.NullMarked;
