package kz.adalkezek.kiosk.errand;

import java.time.Instant;
import kz.adalkezek.kiosk.link.Issued;
import kz.adalkezek.kiosk.offline.Slip;
import kz.adalkezek.queue.TicketNumber;

/// A ticket as the citizen gets it.
public sealed interface Given {

    TicketNumber number();

    /// What the QR code holds: the receipt, or the address of the ticket's page.
    String address();

    /// The branch has issued it.
    record ByBranch(Issued issued) implements Given {

        @Override
        public TicketNumber number() {
            return issued.number();
        }

        @Override
        public String address() {
            return issued.receipt();
        }
    }

    /// The kiosk has given it alone; the branch hears of it later.
    record ByKiosk(Slip slip, String address) implements Given {

        @Override
        public TicketNumber number() {
            return slip.number();
        }

        /// From when the place in the queue is kept.
        public Instant keptFrom() {
            return slip.touched();
        }
    }
}
