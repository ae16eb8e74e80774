package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A copy of a ticket is the same ticket.
class ReprintTest {

    private final Day day = new Day();

    @Test
    void isRecordedAndChangesNothing() {
        var aigerim = day.takes("SOC");
        var before = day.visit(aigerim);
        assertThat(events(day.reprints(Day.KIOSK, aigerim)))
                .containsExactly(new Event.TicketReprinted(aigerim));
        assertThat(events(day.reprints(Day.KIOSK, aigerim))).hasSize(1);
        assertThat(day.visit(aigerim)).isEqualTo(before);
    }

    @Test
    void isNoHandOver() {
        var reserved = day.reserves("SOC");
        assertThat(why(day.reprints(Day.KIOSK, reserved))).isEqualTo(Refusal.TICKET_NOT_HANDED);
        day.passes(1);
        day.voids(reserved);
        assertThat(why(day.reprints(Day.KIOSK, reserved))).isEqualTo(Refusal.TICKET_NOT_HANDED);
    }

    @Test
    void isToldByTheKioskThatGaveTheTicket() {
        var aigerim = day.takes("SOC");
        day.enrols("k2", Event.DeviceKind.KIOSK);
        var other = new Actor.Device(new DeviceId("k2"));
        assertThat(why(day.reprints(other, aigerim))).isEqualTo(Refusal.TICKET_OF_ANOTHER);
        assertThat(why(day.reprints(Day.KIOSK, new VisitId(0)))).isEqualTo(Refusal.VISIT_UNKNOWN);
    }
}
