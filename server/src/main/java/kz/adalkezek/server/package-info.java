/// The branch server: `Main` makes every object of it, in reading order.
@NullMarked
package kz.adalkezek.server;

import org.jspecify.annotations.NullMarked;
