/// The kiosk's way to the branch: HTTP requests with limits and time-outs, and answers that are
/// values, also when they are nonsense.
@NullMarked
package kz.adalkezek.kiosk.link;

import org.jspecify.annotations.NullMarked;
