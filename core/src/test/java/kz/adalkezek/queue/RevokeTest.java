package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.adalkezek.queue.Decision.Accepted;
import kz.adalkezek.queue.Decision.Refused;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.Event.Handing;
import kz.adalkezek.queue.Visit.Stage;
import org.junit.jupiter.api.Test;

/// A kiosk or a board that was stolen, sold or broken belongs to the branch no longer.
class RevokeTest {

    private final Day day = new Day();

    @Test
    void refusesWhateverARevokedKioskAsksAndWritesNothingAboutIt() {
        var reserved = day.reserves("SOC");
        day.revokes("k1");
        long size = day.line().size();
        assertThat(day.asks(day.takenBy(Day.KIOSK)))
                .isEqualTo(new Refused(Refusal.DEVICE_UNKNOWN, List.of()));
        assertThat(why(day.hands(reserved, Handing.PRINTED))).isEqualTo(Refusal.DEVICE_UNKNOWN);
        assertThat(day.line().size()).isEqualTo(size);
    }

    @Test
    void leavesItsTicketsInTheQueue() {
        var aigerim = day.takes("SOC");
        day.revokes("k1");
        assertThat(day.desk(3).serves()).isEqualTo(aigerim);
        day.desk(3).finishes();
        assertThat(day.visit(aigerim).stage()).isEqualTo(new Stage.Finished());
    }

    @Test
    void leavesACallThatItHasShownAndCountsTheNextAsUnseen() {
        day.hearsTheBoard(true);
        day.takes("SOC");
        day.takes("SOC");
        assertThat(day.desk(3).call().unacknowledged()).isFalse();
        day.boardShows(true);
        day.revokes("b1");
        assertThat(day.desk(3).starts()).isInstanceOf(Accepted.class);
        day.desk(3).finishes();
        assertThat(day.desk(3).call().unacknowledged()).isTrue();
    }

    @Test
    void isForgottenByTheStateThatCrossesTheNight() {
        day.revokes("k1");
        day.closes();
        day.passes(24 * 60);
        var opened = (Event.DayOpened) Day.events(day.opens(Day.DATE.plusDays(1))).getFirst();
        assertThat(opened.state().devices())
                .extracting(Sorted.Pair::key)
                .containsExactly(new DeviceId("b1"));
        assertThat(Restarted.from(day.log())).isEqualTo(day.line());
    }

    @Test
    void leavesTheNameToAnotherDeviceWhichCountsFromOne() {
        day.takes("SOC");
        day.revokes("k1");
        day.enrols("k1", DeviceKind.KIOSK);
        var ticket = (Accepted) day.asks(day.takenBy(Day.KIOSK));
        assertThat(ticket.entries().getFirst().dn()).isEqualTo(1);
    }

    @Test
    void canOnlyBeDoneToADeviceOfTheBranch() {
        assertThat(why(day.revokes("k9"))).isEqualTo(Refusal.DEVICE_UNKNOWN);
        day.revokes("k1");
        assertThat(why(day.revokes("k1"))).isEqualTo(Refusal.DEVICE_UNKNOWN);
    }
}
