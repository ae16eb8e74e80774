package kz.adalkezek.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.audit.Finding.LawBroken;
import kz.adalkezek.queue.BookingId;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.TicketNumber;
import org.junit.jupiter.api.Test;

/// A log in which somebody has a better place by a booking than the law gives.
class BrokenBookingTest {

    private static final Instant SLOT = Town.NINE.plus(Duration.ofHours(1));

    private final Town town = Town.open();

    private BookingId books() {
        var made =
                town.asks(
                        new Command.Book(
                                town.request(),
                                Town.AIDA,
                                SLOT,
                                Town.MONDAY,
                                Town.SOC,
                                Town.COMMITMENT));
        return new BookingId(made.entries().getFirst().index());
    }

    /// A ticket as its event says it, taken now.
    private Event.TicketIssued ticket(
            Instant claim, Instant fair, BookingId booking, Instant slot) {
        return new Event.TicketIssued(
                new TicketNumber('K', town.line().people().visits().size() + 1),
                List.of(Town.SOC),
                town.now(),
                Event.Touch.KEPT,
                claim,
                0,
                fair,
                "test-1",
                Town.COMMITMENT,
                Optional.of(new Event.CheckIn(booking, slot)));
    }

    private Event.TicketIssued lawful(BookingId booking) {
        return ticket(town.now(), SLOT.minus(Duration.ofMinutes(15)), booking, SLOT);
    }

    private void namesOnly(long index, String why) {
        var replay = new Replay();
        var found = replay.next(town.log()).stream().filter(LawBroken.class::isInstance).toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst())
                .isInstanceOfSatisfying(
                        LawBroken.class,
                        broken -> {
                            assertThat(broken.index()).isEqualTo(index);
                            assertThat(broken.type()).isEqualTo("ticket.issued");
                            assertThat(broken.why()).contains(why);
                        });
    }

    @Test
    void findsNothingWhereTheBookingIsLawful() {
        var booking = books();
        town.passes(Duration.ofMinutes(55));
        town.forges(Town.K1, lawful(booking));
        assertThat(new Replay().next(town.log())).isEmpty();
    }

    @Test
    void namesAFairTimeForWhoCameTooLate() {
        var booking = books();
        town.passes(Duration.ofMinutes(75).plusMillis(1));
        long forged = town.forges(Town.K1, lawful(booking));
        namesOnly(forged, "fair is");
    }

    @Test
    void namesAClaimLongBeforeTheSlot() {
        var booking = books();
        long forged = town.forges(Town.K1, ticket(town.now(), town.now(), booking, SLOT));
        namesOnly(forged, "claim is");
    }

    @Test
    void namesASlotThatWasNotTheOneBooked() {
        var booking = books();
        town.passes(Duration.ofMinutes(55));
        var sooner = SLOT.minus(Duration.ofMinutes(20));
        long forged =
                town.forges(
                        Town.K1,
                        ticket(town.now(), sooner.minus(Duration.ofMinutes(15)), booking, sooner));
        namesOnly(forged, "fair is");
    }

    @Test
    void namesABookingThatWasInventedAtTheCounter() {
        town.passes(Duration.ofMinutes(55));
        long forged = town.forges(Town.K1, lawful(new BookingId(1)));
        namesOnly(forged, "the law refuses this: there is no such booking");
    }

    @Test
    void namesABookingThatIsUsedTwice() {
        var booking = books();
        town.passes(Duration.ofMinutes(55));
        town.forges(Town.K1, lawful(booking));
        long forged = town.forges(Town.K1, lawful(booking));
        namesOnly(forged, "the law refuses this: the booking was used before");
    }
}
