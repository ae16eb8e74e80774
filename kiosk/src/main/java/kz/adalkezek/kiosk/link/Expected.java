package kz.adalkezek.kiosk.link;

/// A wait in seconds, as the branch expects it.
///
/// @param p50 half of the people wait no longer
/// @param p90 nine of ten wait no longer
/// @param learned from days seen; false while only the norm of the services is known
public record Expected(long p50, long p90, boolean learned) {

    static final long LONGEST_S = 24 * 60 * 60;

    static Expected of(Reading wait) throws StrangeAnswerException {
        long p90 = wait.number("p90", LONGEST_S);
        return new Expected(wait.number("p50", p90), p90, wait.truth("learned"));
    }
}
