package kz.adalkezek.server.intake;

import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Reservations;
import kz.adalkezek.server.staff.Throttle;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.ProblemException;

/// Codes of bookings as they are typed at a kiosk or a desk. Whoever enters wrong ones is slowed
/// down, so that nobody can try them out.
final class BookingCodes {

    /// Of one kiosk or one person, in a quarter of an hour: people mistype.
    static final int FREE = 20;

    private final Branch branch;
    private final Throttle throttle = new Throttle(FREE);

    BookingCodes(Branch branch) {
        this.branch = branch;
    }

    /// @throws ProblemException where nothing was booked under this code, or too many wrong ones
    ///   were entered before
    Reservations.Known booked(Asker asker, String typed) {
        var now = branch.now();
        var wait = throttle.wait(asker.toString(), now);
        if (wait.isPositive()) {
            throw Throttle.later(wait);
        }
        return branch.openings()
                .reservations()
                .typed(typed)
                .orElseThrow(() -> {
                    throttle.failed(asker.toString(), now);
                    return Problem.of(ProblemCode.UNKNOWN_BOOKING).asException();
                });
    }
}
