/// The public log as mathematics: hashes, trees, proofs, tiles, signed notes. No file, no clock.
@NullMarked
package kz.adalkezek.log;

import org.jspecify.annotations.NullMarked;
