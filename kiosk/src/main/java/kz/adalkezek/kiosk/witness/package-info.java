/// Remembers what the branch has shown of its log, and refuses a log that is not the same one
/// longer.
@NullMarked
package kz.adalkezek.kiosk.witness;

import org.jspecify.annotations.NullMarked;
