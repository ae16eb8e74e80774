/// Pages, texts, fonts, icons and sounds, as files on the class path.
@NullMarked
package kz.adalkezek.screens;

import org.jspecify.annotations.NullMarked;
