/// Tickets are taken and handed over: HTTP into commands.
@NullMarked
package kz.adalkezek.server.intake;

import org.jspecify.annotations.NullMarked;
