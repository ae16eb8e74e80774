package kz.adalkezek.kiosk.errand;

import java.time.Instant;
import java.util.List;
import kz.adalkezek.queue.RequestId;

/// One citizen's errand as it stands now.
///
/// @param request made at the touch; it names the errand and its ticket
/// @param touched whole milliseconds
public record Errand(RequestId request, Wish wish, Instant touched, Stage stage) {

    /// What the ticket is for, as far as it is known: what was booked is, once there is a ticket.
    public List<String> services() {
        return stage.given()
                .map(ticket ->
                        switch (ticket) {
                            case Given.ByBranch(var issued) -> wish.completedBy(issued);
                            case Given.ByKiosk _ -> wish;
                        })
                .orElse(wish)
                .services();
    }

    Errand at(Stage next) {
        return new Errand(request, wish, touched, next);
    }
}
