/// The files that the administrator of a branch edits, checked as a whole.
@NullMarked
package kz.adalkezek.server.files;

import org.jspecify.annotations.NullMarked;
