package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.issued;
import static kz.adalkezek.queue.Day.why;
import static kz.adalkezek.queue.Event.Handing.FAILED;
import static kz.adalkezek.queue.Event.Handing.PRINTED;
import static kz.adalkezek.queue.Event.Handing.SHOWN;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// From the reserved number to the ticket in the citizen's hands, or void.
class HandingTest {

    private final Day day = new Day();

    @Test
    void letsAPrintedAndAShownTicketWaitFromThen() {
        var printed = day.reserves("SOC");
        var shown = day.reserves("SOC");
        day.passes(1);
        day.hands(printed, PRINTED);
        day.hands(shown, SHOWN);
        assertThat(day.waitsSinceMinute(printed)).isEqualTo(1);
        assertThat(day.waitsSinceMinute(shown)).isEqualTo(1);
        assertThat(day.visit(shown).arrival()).isEqualTo(Day.NINE);
    }

    @Test
    void takesAFailureForNoHandOver() {
        var visit = day.reserves("SOC");
        var paper = new Code("printer-out-of-paper");
        assertThat(events(day.hands(Day.KIOSK, visit, FAILED, paper)))
                .containsExactly(new Event.TicketHanded(visit, FAILED, paper));
        assertThat(day.visit(visit).stage()).isEqualTo(new Stage.Reserved());
        assertThat(day.hands(visit, PRINTED)).isInstanceOf(Accepted.class);
    }

    @Test
    void refusesASecondHandOver() {
        var visit = day.takes("SOC");
        assertThat(why(day.hands(visit, SHOWN))).isEqualTo(Refusal.TICKET_ALREADY_HANDED);
        assertThat(why(day.hands(visit, FAILED))).isEqualTo(Refusal.TICKET_ALREADY_HANDED);
    }

    @Test
    void refusesAHandOverByAnotherThanTheTaker() {
        day.enrols("k2", Event.DeviceKind.KIOSK);
        var visit = day.reserves("SOC");
        var other = new Actor.Device(new DeviceId("k2"));
        assertThat(why(day.hands(other, visit, PRINTED, Code.NONE)))
                .isEqualTo(Refusal.TICKET_OF_ANOTHER);
    }

    @Test
    void letsTheDeskHandOverWhatItHasTaken() {
        var visit = issued(day.asks(day.takenBy(Day.operator(3))));
        day.hands(Day.operator(3), visit, PRINTED, Code.NONE);
        assertThat(day.visit(visit).stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void refusesAVisitThatNobodyHasTaken() {
        assertThat(why(day.hands(new VisitId(4711), PRINTED))).isEqualTo(Refusal.VISIT_UNKNOWN);
        assertThat(why(day.voids(new VisitId(4711)))).isEqualTo(Refusal.VISIT_UNKNOWN);
    }

    @Test
    void knowsOnlyTheReasonsOfThePolicy() {
        var visit = day.reserves("SOC");
        assertThat(why(day.hands(Day.KIOSK, visit, FAILED, new Code("bad-mood"))))
                .isEqualTo(Refusal.REASON_UNKNOWN);
    }

    @Test
    void voidsATicketThatIsNotHandedOverWithinTheMinute() {
        var visit = day.reserves("SOC");
        day.passesMillis(59_999);
        assertThat(why(day.voids(visit))).isEqualTo(Refusal.TICKET_NOT_OVERDUE);
        day.passesMillis(1);
        assertThat(events(day.voids(visit))).containsExactly(new Event.TicketVoided(visit));
        assertThat(why(day.voids(visit))).isEqualTo(Refusal.TICKET_NOT_OVERDUE);
    }

    @Test
    void neverVoidsATicketThatIsHandedOver() {
        var visit = day.takes("SOC");
        day.passes(60);
        assertThat(why(day.voids(visit))).isEqualTo(Refusal.TICKET_NOT_OVERDUE);
    }

    @Test
    void acceptsALateHandOverUntilTheVoidIsLogged() {
        var visit = day.reserves("SOC");
        day.passes(5);
        assertThat(events(day.hands(visit, PRINTED)))
                .containsExactly(new Event.TicketHanded(visit, PRINTED, Code.NONE));
        assertThat(day.waitsSinceMinute(visit)).isEqualTo(5);
    }

    @Test
    void restoresAVoidTicketThatIsHandedOverAfterAll() {
        var visit = day.reserves("SOC");
        day.passes(1);
        day.voids(visit);
        day.passes(2);
        assertThat(events(day.hands(visit, PRINTED)))
                .containsExactly(
                        new Event.TicketHanded(visit, PRINTED, Code.NONE),
                        new Event.TicketRestored(visit));
        assertThat(day.waitsSinceMinute(visit)).isEqualTo(3);
        assertThat(day.visit(visit).arrival()).isEqualTo(Day.NINE);
        assertThat(why(day.hands(visit, PRINTED))).isEqualTo(Refusal.TICKET_ALREADY_HANDED);
    }

    @Test
    void leavesAVoidTicketVoidWhenPrintingFailsAgain() {
        var visit = day.reserves("SOC");
        day.passes(1);
        day.voids(visit);
        assertThat(events(day.hands(visit, FAILED))).hasSize(1);
        assertThat(day.visit(visit).stage()).isEqualTo(new Stage.Voided());
    }

    @Test
    void restoresNothingOnceTheDayIsOver() {
        var visit = day.reserves("SOC");
        day.closes();
        assertThat(day.visit(visit).stage()).isEqualTo(new Stage.Voided());
        assertThat(why(day.hands(visit, PRINTED))).isEqualTo(Refusal.DAY_NOT_OPEN);
    }
}
