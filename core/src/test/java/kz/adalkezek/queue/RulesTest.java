package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Nothing;
import kz.adalkezek.queue.Decision.Repeated;
import org.junit.jupiter.api.Test;

/// The law in sentences. Every example begins at a branch that is open, with desk 3 for group SOC.
class RulesTest {

    @Test
    void callsPeopleInTheOrderOfTheirTouch() {
        var day = new Day();
        var aigerim = day.takes("SOC");
        var bolat = day.takes("SOC");
        assertThat(day.desk(3).callsNext()).isEqualTo(aigerim);
        day.desk(3).starts();
        assertThat(day.desk(3).callsNext()).isEqualTo(bolat);
    }

    @Test
    void letsATicketWaitOnlyOnceItIsInTheCitizensHands() {
        var day = new Day();
        day.reserves("SOC");
        assertThat(day.desk(3).asksNext()).isInstanceOf(Nothing.class);
    }

    @Test
    void putsAGroundAheadByItsCreditAndNoMore() {
        var day = new Day();
        var early = day.takes("SOC");
        day.passes(16);
        var late = day.takes("SOC");
        day.passes(1);
        var mother = day.takesWithCredit("SOC", 15);
        assertThat(day.desk(3).callsNext()).isEqualTo(early);
        day.desk(3).starts();
        assertThat(day.desk(3).callsNext()).isEqualTo(mother);
        assertThat(day.visit(late).overtakes()).hasSize(1);
    }

    @Test
    void answersARetryWithTheFirstTicket() {
        var day = new Day();
        var request = day.request();
        var first = (Accepted) day.asks(day.take(request, "SOC", 0));
        assertThat(day.asks(day.take(request, "SOC", 0)))
                .isEqualTo(new Repeated(first.entries().getFirst().index()));
    }
}
