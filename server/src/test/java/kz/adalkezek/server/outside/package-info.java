/// The branch server as the world sees it: a process, HTTP, and the files it leaves behind.
@NullMarked
package kz.adalkezek.server.outside;

import org.jspecify.annotations.NullMarked;
