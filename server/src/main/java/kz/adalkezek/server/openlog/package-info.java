/// The public log over HTTP: checkpoint, tiles, bundles, key.
@NullMarked
package kz.adalkezek.server.openlog;

import org.jspecify.annotations.NullMarked;
