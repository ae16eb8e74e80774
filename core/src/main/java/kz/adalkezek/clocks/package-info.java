/// Where the time of each visit went: a fold over the events, which asks no law and no state.
@NullMarked
package kz.adalkezek.clocks;

import org.jspecify.annotations.NullMarked;
