/// What an operator asks at a counter, and how the desks stand.
@NullMarked
package kz.adalkezek.server.desk;

import org.jspecify.annotations.NullMarked;
