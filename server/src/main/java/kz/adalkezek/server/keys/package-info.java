/// The log's own key: made once, kept with mode 0600, used to sign.
@NullMarked
package kz.adalkezek.server.keys;

import org.jspecify.annotations.NullMarked;
