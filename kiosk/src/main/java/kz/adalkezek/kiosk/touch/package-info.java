/// The touch page's server: what a browser on this machine sees and says, and nobody else.
@NullMarked
package kz.adalkezek.kiosk.touch;

import org.jspecify.annotations.NullMarked;
