/// The log directory as the durable truth: append, force, read back, sign, remember, publish.
@NullMarked
package kz.adalkezek.server.journal;

import org.jspecify.annotations.NullMarked;
