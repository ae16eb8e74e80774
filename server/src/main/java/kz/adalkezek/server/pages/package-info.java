/// The pages of the branch and the files that they are made of.
@NullMarked
package kz.adalkezek.server.pages;

import org.jspecify.annotations.NullMarked;
