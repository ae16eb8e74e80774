/// Whether the branch lives, whether it is ready, what it counts, and what it offers: for those who
/// look after it.
@NullMarked
package kz.adalkezek.server.health;

import org.jspecify.annotations.NullMarked;
