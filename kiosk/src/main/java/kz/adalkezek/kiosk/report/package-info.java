/// What the kiosk's parts are like, told to the branch: paper, boards, lamps, door, clock.
@NullMarked
package kz.adalkezek.kiosk.report;

import org.jspecify.annotations.NullMarked;
