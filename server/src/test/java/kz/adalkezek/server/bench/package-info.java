/// How fast it is, each figure beside its limit in the same run. Measured, never asserted.
@NullMarked
package kz.adalkezek.server.bench;

import org.jspecify.annotations.NullMarked;
