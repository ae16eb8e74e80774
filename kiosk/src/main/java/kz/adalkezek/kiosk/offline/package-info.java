/// Hours without the branch: numbers held beforehand, tickets given on the kiosk's own word and
/// signed into its journal, and everything handed over when the branch is back.
@NullMarked
package kz.adalkezek.kiosk.offline;

import org.jspecify.annotations.NullMarked;
