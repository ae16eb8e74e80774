/// What the head of the branch asks: days, published rules, devices. HTTP into commands.
@NullMarked
package kz.adalkezek.server.manager;

import org.jspecify.annotations.NullMarked;
