package kz.adalkezek.kiosk.errand;

import java.time.Instant;
import kz.adalkezek.queue.RequestId;

/// One citizen's errand as it stands now.
///
/// @param request made at the touch; it names the errand and its ticket
/// @param touched whole milliseconds
public record Errand(RequestId request, Wish wish, Instant touched, Stage stage) {

    Errand at(Stage next) {
        return new Errand(request, wish, touched, next);
    }
}
