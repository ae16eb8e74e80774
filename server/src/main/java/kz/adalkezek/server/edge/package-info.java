/// Between HTTP and the writer: callers become askers, outcomes become answers.
@NullMarked
package kz.adalkezek.server.edge;

import org.jspecify.annotations.NullMarked;
