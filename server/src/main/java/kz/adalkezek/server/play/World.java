package kz.adalkezek.server.play;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;

/// A branch as the people in it can touch and see it. They know nothing else of it.
interface World {

    /// What is chosen at a kiosk.
    ///
    /// @param ground code of the policy, or empty
    /// @param people for whom it is one errand, 1 or more
    /// @param booking that was answered before, or empty
    record Wanted(
            String kiosk,
            List<String> services,
            String language,
            String ground,
            int people,
            Instant touched,
            String booking) {
        public Wanted {
            services = List.copyOf(services);
        }
    }

    /// What a clerk's screen shows.
    ///
    /// @param number of the visit that is called or served
    /// @param ground one is claimed and has to be looked at
    /// @param someoneWaits whom this desk could call, as far as the clerk can tell
    record Screen(Work work, Optional<TicketNumber> number, boolean ground, boolean someoneWaits) {}

    enum Work {
        CLOSED,
        READY,
        CALLING,
        SERVING,
        PAUSED,
        /// Somebody else works here now.
        TAKEN
    }

    /// Books a slot for a service.
    ///
    /// @return what is shown at the kiosk; nothing where the branch says no
    Optional<String> book(RequestId request, String service, Instant slot, Instant now);

    /// @return nothing where the branch says no
    Optional<Ticket> take(RequestId request, Wanted wanted, Instant now);

    /// @return whether the branch did it
    boolean does(RequestId request, Deed.OfTicket deed, Instant now);

    /// @return the screen behind it, whether the branch did it or not
    Screen does(RequestId request, Deed.AtDesk deed, Instant now);

    Screen screen(DeskId desk, Instant now);
}
