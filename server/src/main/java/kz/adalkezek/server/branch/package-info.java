/// The one writer of the branch: it decides, makes true, signs and tells. Everybody else reads.
@NullMarked
package kz.adalkezek.server.branch;

import org.jspecify.annotations.NullMarked;
