package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.JOURNAL_FORKED;
import static kz.adalkezek.queue.Refusal.SIGNATURE_WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.audit.Replay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a kiosk with a key of its own gives alone: signed, and each behind the one before.
class KioskJournalTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final DeviceId K2 = new DeviceId("k2");
    private static final Actor KIOSK = new Actor.Device(K2);
    private static final String FIRST = KioskEntry.first(SignedKiosk.KEY);

    private final Day day = new Day();

    @BeforeEach
    void aKioskWithAKeyHoldsNumbers() {
        day.asks(
                new Command.EnrolDevice(
                        day.request(),
                        Actor.BRANCH,
                        K2,
                        Event.DeviceKind.KIOSK,
                        new Code("main"),
                        Optional.of(SignedKiosk.KEY)));
        assertThat(day.asks(new Command.LeaseNumbers(day.request(), KIOSK, 'K', 20)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @AfterEach
    void theVerifierFindsTheSame() {
        assertThat(new Replay().next(day.log())).isEmpty();
    }

    @Test
    void entriesFollowEachOther() {
        var first = entry(1, FIRST, 1);
        accepted(first);
        accepted(entry(2, first.head(), 2));
        assertThat(day.line().hall().devices().get(K2).orElseThrow().chain().orElseThrow())
                .extracting(Chain::entries)
                .isEqualTo(2L);
    }

    @Test
    void aSecondEntryOfANumberIsRefused() {
        accepted(entry(1, FIRST, 1));
        assertThat(refused(signed(entry(1, FIRST, 2)))).isEqualTo(JOURNAL_FORKED);
    }

    @Test
    void anEntryBehindAnotherThanTheLastIsRefused() {
        accepted(entry(1, FIRST, 1));
        assertThat(refused(signed(entry(2, FIRST, 2)))).isEqualTo(JOURNAL_FORKED);
        assertThat(refused(signed(entry(1, entry(9, FIRST, 9).head(), 1))))
                .isEqualTo(JOURNAL_FORKED);
    }

    @Test
    void entriesThatAreMissingStayVisible() {
        var first = entry(1, FIRST, 1);
        accepted(first);
        var lost = entry(2, first.head(), 7);
        accepted(entry(3, lost.head(), 2));
        assertThat(refused(signed(lost))).isEqualTo(JOURNAL_FORKED);
    }

    @Test
    void whoHasAKeySigns() {
        var entry = entry(1, FIRST, 1);
        assertThat(refused(merge(entry, Optional.empty()))).isEqualTo(SIGNATURE_WRONG);
        var other = SignedKiosk.signedByAnother(entry);
        assertThat(refused(merge(entry, Optional.of(other)))).isEqualTo(SIGNATURE_WRONG);
        // Signed for another number than it is handed over with.
        var signed = SignedKiosk.signed(entry(1, FIRST, 2));
        assertThat(refused(merge(entry, Optional.of(signed)))).isEqualTo(SIGNATURE_WRONG);
    }

    @Test
    void theJournalGoesOnOnTheNextDay() {
        var first = entry(1, FIRST, 1);
        accepted(first);
        day.closes();
        day.opens(TODAY.plusDays(1));
        accepted(entry(2, first.head(), 2));
        assertThat(refused(signed(entry(3, FIRST, 3)))).isEqualTo(JOURNAL_FORKED);
    }

    private KioskEntry entry(long entry, String previous, int ordinal) {
        return new KioskEntry(
                K2,
                entry,
                previous,
                day.request(),
                new TicketNumber('K', ordinal),
                TODAY,
                Instant.ofEpochMilli(day.now().toEpochMilli()),
                "test-1",
                Day.COMMITMENT);
    }

    private static Command.MergeTicket signed(KioskEntry entry) {
        return merge(entry, Optional.of(SignedKiosk.signed(entry)));
    }

    private static Command.MergeTicket merge(KioskEntry entry, Optional<Event.Signed> signed) {
        return new Command.MergeTicket(
                entry.request(),
                KIOSK,
                entry.number(),
                entry.day(),
                List.of(Day.SOC),
                entry.touched(),
                0,
                entry.policy(),
                entry.commitment(),
                Optional.of(Event.Handing.PRINTED),
                Code.NONE,
                0,
                Optional.empty(),
                signed);
    }

    private void accepted(KioskEntry entry) {
        assertThat(day.asks(signed(entry))).isInstanceOf(Decision.Accepted.class);
    }

    private Refusal refused(Command command) {
        return ((Decision.Refused) day.asks(command)).why();
    }
}
