/// Files that are whole, and on the disk itself when a call returns.
@NullMarked
package kz.adalkezek.kiosk.disk;

import org.jspecify.annotations.NullMarked;
