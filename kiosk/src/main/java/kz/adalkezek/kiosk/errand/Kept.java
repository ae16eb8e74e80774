package kz.adalkezek.kiosk.errand;

import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.kiosk.link.BranchLink.How;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.queue.RequestId;

/// What the outbox keeps of an errand until the branch has answered everything.
///
/// @param answer the ticket, once the branch has issued it
/// @param handing what is to be told the branch, once it is known
record Kept(
        RequestId request,
        Wish wish,
        Instant touched,
        Optional<Issued> answer,
        Optional<Handing> handing) {

    /// @param request the id of the report itself
    record Handing(RequestId request, How how) {}

    static Kept asked(Errand errand) {
        return new Kept(
                errand.request(),
                errand.wish(),
                errand.touched(),
                Optional.empty(),
                Optional.empty());
    }

    Kept answered(Issued issued) {
        return new Kept(request, wish, touched, Optional.of(issued), handing);
    }

    Kept handing(Handing told) {
        return new Kept(request, wish, touched, answer, Optional.of(told));
    }

    Errand errand(Stage stage) {
        return new Errand(request, wish, touched, stage);
    }
}
