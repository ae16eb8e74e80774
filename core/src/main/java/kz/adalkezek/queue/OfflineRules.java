package kz.adalkezek.queue;

import static kz.adalkezek.queue.Refusal.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.queue.Visit.Stage;

/// Kiosks without the branch: numbers are leased beforehand, issued on the kiosk's own word, and
/// handed over later. Whoever took one stands where the touch was, and not where the news came.
final class OfflineRules {

    private OfflineRules() {}

    static Decision lease(Draft draft, Command.LeaseNumbers lease) {
        var line = draft.line();
        if (!(line.day() instanceof Line.Day.Open(var today))) {
            return draft.refused(DAY_NOT_OPEN);
        }
        var kiosk = kiosk(draft);
        if (kiosk.isEmpty()) {
            return draft.refused(DEVICE_OF_ANOTHER_KIND);
        }
        var catalogue = line.rulebook().catalogueAt(draft.at());
        if (catalogue.isEmpty()) {
            return draft.refused(NO_CATALOGUE);
        }
        boolean known = false;
        for (var letter : catalogue.get().letters()) {
            known |= letter.value() == lease.letter();
        }
        if (!known) {
            return draft.refused(LETTER_UNKNOWN);
        }
        if (line.leases().left(kiosk.get(), lease.letter(), today) + lease.count()
                > Command.LeaseNumbers.COUNT_MAX) {
            return draft.refused(LEASED_ENOUGH);
        }
        int last = line.people().lastOrdinal().get(lease.letter()).orElse(0);
        if (last + lease.count() > TicketNumber.LAST_ORDINAL) {
            return draft.refused(NUMBERS_USED_UP);
        }
        var block = new Block(lease.letter(), last + 1, last + lease.count(), today);
        return DayRules.ifItCanBeCarried(draft, new Event.NumbersLeased(kiosk.get(), block));
    }

    /// By the kiosk that holds them, or by the head for one that is lost or revoked.
    static Decision release(Draft draft, Command.ReleaseNumbers release) {
        var block = release.block();
        if (draft.by() instanceof Actor.Device(var id) && !id.equals(release.device())) {
            return draft.refused(NUMBERS_NOT_LEASED);
        }
        var lease =
                draft.line()
                        .leases()
                        .next(release.device(), block.letter(), block.day(), block.from());
        return lease.isEmpty() || block.to() > lease.get().left().to()
                ? draft.refused(NUMBERS_NOT_LEASED)
                : draft.add(new Event.NumbersReleased(release.device(), block)).accepted();
    }

    static Decision declare(Draft draft, Command.DeclareGap gap) {
        var device = draft.line().hall().devices().get(gap.device());
        if (device.isEmpty()) {
            return draft.refused(DEVICE_UNKNOWN);
        }
        return gap.last() <= device.get().dn()
                ? draft.refused(NO_GAP)
                : draft.add(new Event.GapDeclared(gap.device(), device.get().dn() + 1, gap.last()))
                        .accepted();
    }

    static Decision merge(Draft draft, Command.MergeTicket merge) {
        var kiosk = kiosk(draft);
        if (kiosk.isEmpty()) {
            return draft.refused(DEVICE_OF_ANOTHER_KIND);
        }
        var unsound = unsound(draft.line().hall().devices().get(kiosk.get()).orElseThrow(), merge);
        if (unsound.isPresent()) {
            return draft.refused(unsound.get());
        }
        var number = merge.number();
        var lease =
                draft.line()
                        .leases()
                        .next(kiosk.get(), number.letter(), merge.day(), number.ordinal());
        if (lease.isEmpty()) {
            return draft.refused(NUMBERS_NOT_LEASED);
        }
        var arrival = arrival(draft, kiosk.get(), merge.touched());
        var wrong = hindrance(draft.line().rulebook(), merge, arrival);
        if (wrong.isPresent()) {
            return draft.refused(wrong.get());
        }
        if (!merge.reason().isNone() && !draft.allows("handed-failed", merge.reason())) {
            return draft.refused(REASON_UNKNOWN);
        }
        var id = new VisitId(draft.line().size());
        draft.add(issued(merge, arrival));
        merge.unanswered()
                .flatMap(unanswered -> reserved(draft, unanswered))
                .ifPresent(same -> draft.add(new Event.TicketVoided(same)));
        if (!draft.line().day().equals(new Line.Day.Open(merge.day()))) {
            return draft.add(new Event.TicketLeft(id, Event.Leaving.DAY_CLOSED)).accepted();
        }
        merge.handed().ifPresent(how -> draft.add(new Event.TicketHanded(id, how, merge.reason())));
        return draft.accepted();
    }

    /// The kiosk may not act otherwise before all that it has issued alone is handed over.
    static boolean mustWait(Line line, Command command) {
        return command.by() instanceof Actor.Device(var id)
                && line.hall().devices().get(id).filter(device -> device.pending() > 0).isPresent()
                && !(command instanceof Command.MergeTicket)
                && !(command instanceof Command.ReleaseNumbers);
    }

    private static Event.TicketIssued issued(Command.MergeTicket merge, Instant arrival) {
        return new Event.TicketIssued(
                merge.number(),
                TicketRules.legs(merge.groups()),
                arrival,
                arrival.equals(merge.touched())
                        ? Event.Touch.KEPT
                        : new Event.Touch.Bounded(merge.touched()),
                arrival,
                merge.credit(),
                arrival.minus(Duration.ofMinutes(merge.credit())),
                merge.policy(),
                merge.commitment(),
                Optional.empty(),
                Optional.of(
                        new Event.Offline(
                                merge.day(), merge.pending(), merge.unanswered(), merge.signed())));
    }

    /// The entry of the kiosk's journal that became this ticket, if the kiosk has signed one.
    static Optional<KioskEntry> entry(Entry issued, Event.TicketIssued ticket) {
        if (!(issued.by() instanceof Actor.Device(var kiosk))) {
            return Optional.empty();
        }
        var touched =
                ticket.touch() instanceof Event.Touch.Bounded(var told) ? told : ticket.arrival();
        return ticket.offline()
                .flatMap(offline ->
                        offline.signed()
                                .map(signed ->
                                        new KioskEntry(
                                                kiosk,
                                                signed.entry(),
                                                signed.previous(),
                                                issued.request(),
                                                ticket.number(),
                                                offline.day(),
                                                touched,
                                                ticket.policy(),
                                                ticket.commitment())));
    }

    /// Whoever has a key signs, and goes on where its journal ended; nobody else can.
    private static Optional<Refusal> unsound(Device kiosk, Command.MergeTicket merge) {
        if (kiosk.chain().isEmpty() || merge.signed().isEmpty()) {
            return kiosk.chain().isPresent() || merge.signed().isPresent()
                    ? Optional.of(SIGNATURE_WRONG)
                    : Optional.empty();
        }
        var chain = kiosk.chain().get();
        var signed = merge.signed().get();
        var entry =
                new KioskEntry(
                        ((Actor.Device) merge.by()).id(),
                        signed.entry(),
                        signed.previous(),
                        merge.request(),
                        merge.number(),
                        merge.day(),
                        merge.touched(),
                        merge.policy(),
                        merge.commitment());
        if (!chain.key().signed(entry.statement(), signed.signature())) {
            return Optional.of(SIGNATURE_WRONG);
        }
        return chain.goesOn(entry) ? Optional.empty() : Optional.of(JOURNAL_FORKED);
    }

    /// What must be as it was published when the ticket was taken.
    private static Optional<Refusal> hindrance(
            Rulebook rulebook, Command.MergeTicket merge, Instant arrival) {
        var policy = rulebook.policyAt(arrival);
        var catalogue = rulebook.catalogueAt(arrival);
        if (policy.isEmpty() || !policy.get().version().equals(merge.policy())) {
            return Optional.of(POLICY_NOT_IN_FORCE);
        }
        if (catalogue.isEmpty()) {
            return Optional.of(NO_CATALOGUE);
        }
        var letters = catalogue.get().letters();
        if (!merge.groups().stream().allMatch(letters::has)
                || letters.get(merge.groups().getFirst()).orElseThrow()
                        != merge.number().letter()) {
            return Optional.of(GROUP_UNKNOWN);
        }
        return merge.credit() > 0
                        && policy.get().grounds().stream()
                                .noneMatch(ground -> ground.credit() == merge.credit())
                ? Optional.of(GROUND_UNKNOWN)
                : Optional.empty();
    }

    private static Instant arrival(Draft draft, DeviceId kiosk, Instant touched) {
        return Rules.arrival(draft.line(), kiosk, touched, draft.at());
    }

    /// The ticket of a request of this kiosk whose answer never came, if it was given and is in
    /// nobody's hands.
    private static Optional<VisitId> reserved(Draft draft, RequestId unanswered) {
        var line = draft.line();
        return line.memory().answer(unanswered).stream()
                .filter(Memory.Answer.Done.class::isInstance)
                .map(answer -> new VisitId(((Memory.Answer.Done) answer).index()))
                .filter(id ->
                        line.people()
                                .visit(id)
                                .filter(visit -> visit.takenBy().equals(draft.by()))
                                .filter(visit -> visit.stage() instanceof Stage.Reserved)
                                .isPresent())
                .findFirst();
    }

    private static Optional<DeviceId> kiosk(Draft draft) {
        return draft.by() instanceof Actor.Device(var id)
                        && draft.line().hall().devices().get(id).orElseThrow().kind()
                                == Event.DeviceKind.KIOSK
                ? Optional.of(id)
                : Optional.empty();
    }
}
