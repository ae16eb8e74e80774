/// People played by the program: seeded citizens and staff who live through days of a branch.
@NullMarked
package kz.adalkezek.server.play;

import org.jspecify.annotations.NullMarked;
