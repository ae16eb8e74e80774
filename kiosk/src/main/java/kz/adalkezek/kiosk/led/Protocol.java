package kz.adalkezek.kiosk.led;

import java.time.Duration;
import java.util.Optional;
import kz.adalkezek.queue.TicketNumber;

/// What a maker's boards understand. None of them answers: a frame that left is "sent", never
/// "shown".
public enum Protocol {
    /// Digits only, `02 A1 A2 data 03` (EDI ED400 and its like); addresses 01 to 99.
    STX {
        @Override
        byte[] frame(Address address, Optional<TicketNumber> number) {
            return StxFrame.of(address, number);
        }

        @Override
        Duration pause() {
            return Duration.ofMillis(20);
        }
    },
    /// Letters too (Adaptive 9708-8061); addresses 01 to FF.
    ALPHA {
        @Override
        byte[] frame(Address address, Optional<TicketNumber> number) {
            return AlphaFrame.of(address, number);
        }

        @Override
        Duration pause() {
            return Duration.ofMillis(100);
        }
    };

    /// The bytes that put a number on one board, or clear it.
    abstract byte[] frame(Address address, Optional<TicketNumber> number);

    /// The rest that boards need before the next frame on their line.
    abstract Duration pause();
}
