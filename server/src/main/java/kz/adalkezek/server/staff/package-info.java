/// Who may do what: accounts and sessions of the staff, tokens of kiosks and boards. Nothing about
/// the queue.
@NullMarked
package kz.adalkezek.server.staff;

import org.jspecify.annotations.NullMarked;
