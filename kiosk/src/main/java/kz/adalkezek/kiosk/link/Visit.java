package kz.adalkezek.kiosk.link;

import java.util.Optional;
import kz.adalkezek.queue.TicketNumber;

/// A visit as its citizen may see it: what a kiosk shows of `GET /api/v1/visits/{token}`.
///
/// @param state such as `waiting`, `called`, `over`
/// @param ahead people who would be called before, while it waits
/// @param counter where it was called or is served
public record Visit(
        TicketNumber number, String state, Optional<Long> ahead, Optional<Integer> counter) {

    private static final int STATE_MAX_CHARS = 20;
    private static final int NUMBER_MAX_CHARS = 6;
    private static final int AHEAD_MAX = 99_999;

    static Visit of(Reading visit) throws StrangeAnswerException {
        try {
            return new Visit(
                    TicketNumber.parse(visit.text("number", NUMBER_MAX_CHARS)),
                    visit.text("state", STATE_MAX_CHARS),
                    visit.numberIfAny("ahead", AHEAD_MAX),
                    visit.numberIfAny("counter", Desks.DESKS_MAX).map(Math::toIntExact));
        } catch (IllegalArgumentException e) {
            throw visit.wrong("number", "is no number of a ticket");
        }
    }
}
