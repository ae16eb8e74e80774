/// Whole roads, walked as a person walks them: the demo as a process, its pages in a browser, its
/// paper read by programs of others.
@NullMarked
package kz.adalkezek.road;

import org.jspecify.annotations.NullMarked;
