/// Tables that can be dropped and filled again from the log, and the way databases are opened.
@NullMarked
package kz.adalkezek.server.records;

import org.jspecify.annotations.NullMarked;
