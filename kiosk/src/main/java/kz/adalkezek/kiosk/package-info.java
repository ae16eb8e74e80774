/// The kiosk terminal. It asks the branch and prints; it never decides.
@NullMarked
package kz.adalkezek.kiosk;

import org.jspecify.annotations.NullMarked;
