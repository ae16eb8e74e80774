/// What a citizen sees and asks with the token of the ticket.
@NullMarked
package kz.adalkezek.server.visitor;

import org.jspecify.annotations.NullMarked;
