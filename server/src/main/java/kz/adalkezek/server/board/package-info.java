/// Boards acknowledge calls; screens listen to the log.
@NullMarked
package kz.adalkezek.server.board;

import org.jspecify.annotations.NullMarked;
