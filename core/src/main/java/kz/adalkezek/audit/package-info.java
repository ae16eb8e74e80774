/// The outside check: is the log true, and was the law kept? Needs no server and no database.
@NullMarked
package kz.adalkezek.audit;

import org.jspecify.annotations.NullMarked;
