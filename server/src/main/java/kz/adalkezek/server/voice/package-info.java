/// What is said for a call, word by word, and what a recorded word has to be.
@NullMarked
package kz.adalkezek.server.voice;

import org.jspecify.annotations.NullMarked;
