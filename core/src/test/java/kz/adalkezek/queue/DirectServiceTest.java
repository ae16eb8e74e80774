package kz.adalkezek.queue;

import static kz.adalkezek.queue.Day.events;
import static kz.adalkezek.queue.Day.why;
import static org.assertj.core.api.Assertions.assertThat;

import kz.adalkezek.queue.Desk.Work;
import org.junit.jupiter.api.Test;

/// Somebody without a ticket is served: an override that everybody can see.
class DirectServiceTest {

    private static final DeskId DESK = new DeskId(3);

    private final Day day = new Day();

    @Test
    void goesBeforeEverybodyWhomTheDeskCouldHaveCalled() {
        var aigerim = day.takes("SOC");
        var bolat = day.takes("SOC");
        day.takes("ID");
        assertThat(events(day.desk(3).servesDirectly("system-down")))
                .containsExactly(
                        new Event.ServiceDirect(DESK, "test-1", 2, 2, new Code("system-down")));
        assertThat(day.visit(aigerim).overtakes()).hasSize(1);
        assertThat(day.visit(bolat).overtakes()).hasSize(1);
        assertThat(day.visit(aigerim).lawfulOvertakes()).isZero();
    }

    @Test
    void occupiesTheDeskUntilItIsFinished() {
        day.takes("SOC");
        var service = Day.issued(day.desk(3).servesDirectly("system-down"));
        assertThat(day.desk(3).work()).isEqualTo(new Work.Direct(service));
        assertThat(why(day.desk(3).servesDirectly("system-down"))).isEqualTo(Refusal.DESK_BUSY);
        assertThat(why(day.desk(3).transfers("ID", false))).isEqualTo(Refusal.NOTHING_SERVED);
        assertThat(why(day.closes())).isEqualTo(Refusal.DAY_NOT_OVER);
        assertThat(events(day.desk(3).finishes()))
                .containsExactly(new Event.ServiceFinished(service, DESK, new Code("accepted")));
        assertThat(day.line().totals().servedAt()).isEqualTo(Sorted.empty());
    }

    @Test
    void isFinishedByTheNextCallAndServedAgainByAnUndo() {
        day.takes("SOC");
        var service = Day.issued(day.desk(3).servesDirectly("system-down"));
        assertThat(events(day.desk(3).asksNext()))
                .extracting(EventCodec::type)
                .containsExactly("service.finished", "call.made");
        var undone = (Event.CallWithdrawn) events(day.desk(3).undoes()).getFirst();
        assertThat(undone.previous()).isEqualTo(new Event.Previous.Was(service));
        assertThat(day.desk(3).work()).isEqualTo(new Work.Direct(service));
    }

    @Test
    void isBarredLikeACallAndNeedsAReason() {
        assertThat(why(day.desk(3).servesDirectly(""))).isEqualTo(Refusal.REASON_NEEDED);
        assertThat(why(day.desk(3).servesDirectly("friend"))).isEqualTo(Refusal.REASON_UNKNOWN);
        day.takes("SOC");
        day.desk(3).callsNext();
        assertThat(why(day.desk(3).servesDirectly("system-down")))
                .isEqualTo(Refusal.DESK_HAS_CALLED);
        day.desk(3).undoes();
        assertThat(why(day.desk(3).servesDirectly("system-down"))).isEqualTo(Refusal.UNDO_PAUSE);
        day.passesSeconds(5);
        day.desk(3).pauses("lunch");
        assertThat(why(day.desk(3).servesDirectly("system-down"))).isEqualTo(Refusal.DESK_PAUSED);
    }
}
