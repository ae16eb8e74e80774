package kz.adalkezek.kiosk.errand;

/// What a citizen, or the page for them, says about an errand.
enum Word {
    /// Has the number from the screen.
    HAD,
    REPRINT,
    /// The page has finished showing it.
    DONE,
    GIVE_UP
}
