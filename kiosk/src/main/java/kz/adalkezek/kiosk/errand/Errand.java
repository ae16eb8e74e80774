package kz.adalkezek.kiosk.errand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.queue.RequestId;

/// One citizen's errand as it stands now.
///
/// @param request made at the touch; it names the errand and its ticket
/// @param touched whole milliseconds
public record Errand(RequestId request, Wish wish, Instant touched, Stage stage) {

    /// What the ticket is for, as far as it is known: what was booked is, once there is a ticket.
    public List<String> services() {
        return issued().map(wish::completedBy).orElse(wish).services();
    }

    /// The ticket, if the branch has issued it.
    Optional<Issued> issued() {
        return stage.given()
                .flatMap(ticket ->
                        switch (ticket) {
                            case Given.ByBranch(var issued) -> Optional.of(issued);
                            case Given.ByKiosk _ -> Optional.empty();
                        });
    }

    Errand at(Stage next) {
        return new Errand(request, wish, touched, next);
    }
}
