/// How long people will wait: the law of the queue run forward with what the branch has learned.
/// Nothing here decides anything; [Forecast] is the front door.
@NullMarked
package kz.adalkezek.forecast;

import org.jspecify.annotations.NullMarked;
