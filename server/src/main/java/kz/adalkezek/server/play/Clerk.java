package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.server.play.World.Screen;
import kz.adalkezek.server.play.World.Work;

/// One clerk for one day. Sees the screen and who stands at the counter, and presses keys.
final class Clerk implements Player {

    private static final double WRONG_KEY = 0.01;
    private static final double NEXT_AT_ONCE = 0.5;
    private static final double RELIEVED_WHILE_CALLING = 0.002;
    private static final double CLOSES_BEFORE_THE_END = 0.5;
    private static final double RESTS_AFTER_THIS_ONE = 0.3;
    private static final double DIRECT = 0.0001;
    private static final double KNOWS_WHEN_BACK = 0.5;
    private static final Duration NOTICES = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /// What may come up in the middle of a service.
    private enum Special {
        PARKS,
        HANDS_ON,
        ADDS,
        ADDS_AT_THE_END,
        ASKS_FOR_A_PAPER,
        IS_RELIEVED
    }

    private final DeskId desk;
    private final Shift shift;
    private final Deque<Shift.Break> breaks;
    private final Premises premises;
    private final Keys keys;
    private final Floor floor;
    private final Draw draw;
    private boolean gone;
    private boolean wrongKey;
    private boolean relieved;
    private Duration owed = Duration.ZERO;
    private int attempts;
    private Optional<Special> special = Optional.empty();
    private Instant patientUntil = Instant.EPOCH;
    private Instant busyUntil = Instant.EPOCH;
    private Optional<Citizen> before = Optional.empty();

    Clerk(DeskId desk, Shift shift, Premises premises, World world, Floor floor, Draw draw) {
        this.desk = desk;
        this.shift = shift;
        this.breaks = new ArrayDeque<>(shift.breaks());
        this.premises = premises;
        this.keys = new Keys(desk, world, draw);
        this.floor = floor;
        this.draw = draw;
    }

    /// Whether the clerk can be spoken to.
    boolean isThere(Instant now) {
        return !gone && !now.isBefore(shift.opens());
    }

    @Override
    public Optional<Instant> plays(Instant now) {
        if (gone) {
            return Optional.empty();
        }
        var screen = keys.screen(now);
        return switch (screen.work()) {
            case CLOSED -> opens(now);
            case TAKEN -> isRelieved();
            case PAUSED -> rests(now);
            case READY -> isFree(screen, now);
            case CALLING -> awaits(screen, now);
            case SERVING -> serves(screen, now);
        };
    }

    private Optional<Instant> opens(Instant now) {
        if (!now.isBefore(shift.ends())) {
            gone = true;
            return Optional.empty();
        }
        keys.open(now);
        return in(AGAIN, now);
    }

    private Optional<Instant> isRelieved() {
        floor.leaves(desk);
        gone = true;
        return Optional.empty();
    }

    private Optional<Instant> rests(Instant now) {
        if (owed.isPositive()) {
            busyUntil = now.plus(owed);
            owed = Duration.ZERO;
        }
        if (now.isBefore(busyUntil)) {
            return Optional.of(busyUntil);
        }
        keys.resume(now);
        return in(AGAIN, now);
    }

    private Optional<Instant> isFree(Screen screen, Instant now) {
        floor.leaves(desk);
        if (now.isBefore(busyUntil)) {
            return Optional.of(busyUntil);
        }
        if (isBreakDue(now)) {
            keys.pause(rest(), now);
            return in(NOTICES, now);
        }
        boolean over = !now.isBefore(shift.latest());
        if (over || (!now.isBefore(shift.ends()) && !screen.someoneWaits())) {
            keys.close(now);
            gone = true;
            return Optional.empty();
        }
        var heard = floor.heard(desk);
        if (heard.isPresent()) {
            return lookedUp(keys.press(heard.get(), now), now);
        }
        if (draw.chance(DIRECT) && !now.isAfter(shift.ends())) {
            keys.serveDirect(now);
            return starts(Optional.empty(), now);
        }
        return screen.someoneWaits()
                ? lookedUp(keys.callNext(now), now)
                : Optional.of(now.plus(draw.seconds(4, 10)));
    }

    private boolean isBreakDue(Instant now) {
        return !breaks.isEmpty() && !breaks.getFirst().from().isAfter(now);
    }

    /// Begins when the desk is paused, which may be after the visit at hand.
    private Code rest() {
        var due = breaks.removeFirst();
        owed = due.length();
        return due.reason();
    }

    /// The screen after a key that may have called somebody.
    private Optional<Instant> lookedUp(Screen screen, Instant now) {
        if (screen.work() != Work.CALLING) {
            return in(AGAIN, now);
        }
        var number = screen.number().orElseThrow();
        attempts = 1;
        patientUntil = now.plus(draw.seconds(45, 70));
        wrongKey = draw.chance(WRONG_KEY);
        if (wrongKey) {
            return Optional.of(now.plus(draw.seconds(2, 4)));
        }
        before.ifPresent(citizen -> floor.plans(citizen, citizen.served(now)));
        before = Optional.empty();
        floor.calls(number, desk, now);
        relieved = draw.chance(RELIEVED_WHILE_CALLING);
        if (isBreakDue(now) && draw.chance(RESTS_AFTER_THIS_ONE)) {
            // Takes effect with whatever becomes of this call.
            keys.pause(rest(), now);
        }
        return Optional.of(relieved ? now.plus(NOTICES) : patientUntil);
    }

    /// Whoever was called waits again, and a colleague goes on.
    private Optional<Instant> isRelievedWhileCalling(TicketNumber number, Instant now) {
        relieved = false;
        if (keys.takeOver(now).work() != Work.CALLING) {
            floor.leaves(desk);
            floor.holderOf(number).ifPresent(citizen -> floor.plans(citizen, citizen.sentBack()));
        }
        return in(AGAIN, now);
    }

    private Optional<Instant> awaits(Screen screen, Instant now) {
        var number = screen.number().orElseThrow();
        if (relieved) {
            return isRelievedWhileCalling(number, now);
        }
        if (wrongKey) {
            wrongKey = false;
            return undoes(number, now);
        }
        var holder = floor.holderOf(number);
        var there = floor.at(desk).filter(citizen -> holder.equals(Optional.of(citizen)));
        // Somebody who is not played is believed to be there.
        if (there.isPresent() || (holder.isEmpty() && !now.isBefore(patientUntil))) {
            return begins(screen, there, now);
        }
        if (now.isBefore(patientUntil)) {
            return Optional.of(patientUntil);
        }
        patientUntil = now.plus(draw.seconds(46, 65));
        if (attempts++ == 1) {
            keys.recall(now);
            return Optional.of(patientUntil);
        }
        if (keys.noShow(now).work() == Work.CALLING) {
            // The call did not count, or was never repeated: the number is called once more.
            attempts = 1;
            return Optional.of(patientUntil);
        }
        holder.ifPresent(citizen -> floor.plans(citizen, citizen.missed(now)));
        return in(AGAIN, now);
    }

    /// The visit before, if there was one, is served again.
    private Optional<Instant> undoes(TicketNumber number, Instant now) {
        var screen = keys.undo(now);
        if (screen.work() == Work.CALLING) {
            // Too late to take it back: then the call stands.
            before.ifPresent(citizen -> floor.plans(citizen, citizen.served(now)));
            before = Optional.empty();
            floor.calls(number, desk, now);
            return Optional.of(patientUntil);
        }
        busyUntil = now.plus(draw.seconds(8, 60));
        if (screen.work() != Work.SERVING) {
            before = Optional.empty();
        }
        return Optional.of(busyUntil);
    }

    private Optional<Instant> begins(Screen screen, Optional<Citizen> there, Instant now) {
        if (screen.ground()) {
            boolean shown = there.map(Citizen::hasProof).orElse(true);
            var after = keys.ground(shown, now);
            if (after.work() != Work.CALLING) {
                floor.leaves(desk);
                there.ifPresent(citizen -> floor.plans(citizen, citizen.sentBack()));
                return in(AGAIN, now);
            }
        }
        keys.start(now);
        return starts(there, now);
    }

    private Optional<Instant> starts(Optional<Citizen> with, Instant now) {
        before = with;
        busyUntil = now.plus(with.map(Citizen::need).orElseGet(() -> draw.seconds(60, 180)));
        special =
                draw.chance(premises.habits().special())
                        ? Optional.of(draw.oneOf(List.of(Special.values())))
                        : Optional.empty();
        return Optional.of(busyUntil);
    }

    private Optional<Instant> serves(Screen screen, Instant now) {
        if (now.isBefore(busyUntil)) {
            return Optional.of(busyUntil);
        }
        floor.leaves(desk);
        if (before.isPresent() && special.isPresent()) {
            var what = special.get();
            special = Optional.empty();
            return does(what, before.get(), now);
        }
        var number = screen.number();
        if (isBreakDue(now)) {
            // Asked for now, it takes effect when the visit is over.
            keys.pause(rest(), now);
            return farewell(keys.finish(now), now, now);
        }
        if (draw.chance(NEXT_AT_ONCE) && now.isBefore(shift.latest())) {
            var after = keys.callNext(now);
            if (after.work() == Work.SERVING && after.number().equals(number)) {
                // The next leg stays; or the key did nothing, as shortly after a call taken back.
                boolean stays = before.map(Citizen::hasNextLeg).orElse(true);
                before.filter(_ -> stays).ifPresent(Citizen::stays);
                return stays ? starts(before, now) : in(AGAIN, now);
            }
            return after.work() == Work.CALLING ? lookedUp(after, now) : farewell(after, now, now);
        }
        if (!now.isBefore(shift.latest()) && draw.chance(CLOSES_BEFORE_THE_END)) {
            // Takes effect when the visit is over.
            keys.close(now);
        }
        return farewell(
                keys.finish(now), now.plus(draw.skewed(premises.habits().changeOver(), 1)), now);
    }

    /// @param until the clerk puts papers in order, or rests
    private Optional<Instant> farewell(Screen screen, Instant until, Instant now) {
        if (screen.work() == Work.SERVING) {
            return in(AGAIN, now);
        }
        busyUntil = until;
        before.ifPresent(citizen -> floor.plans(citizen, citizen.served(now)));
        before = Optional.empty();
        return Optional.of(until.isAfter(now) ? until : now.plus(NOTICES));
    }

    private Optional<Instant> does(Special what, Citizen citizen, Instant now) {
        return switch (what) {
            case PARKS -> parks(citizen, now);
            case HANDS_ON -> handsOn(citizen, now);
            case ADDS -> adds(citizen, true, now);
            case ADDS_AT_THE_END -> adds(citizen, false, now);
            case ASKS_FOR_A_PAPER -> {
                keys.asksPaper(citizen.papers(premises.catalogue()), now);
                yield in(AGAIN, now);
            }
            case IS_RELIEVED -> {
                keys.takeOver(now);
                yield in(AGAIN, now);
            }
        };
    }

    private Optional<Instant> handsOn(Citizen citizen, Instant now) {
        var group = draw.oneOf(premises.counters()).primary().getFirst();
        keys.handOn(group, now);
        floor.plans(citizen, citizen.isHandedOn(group));
        before = Optional.empty();
        return in(AGAIN, now);
    }

    private Optional<Instant> adds(Citizen citizen, boolean next, Instant now) {
        var service = draw.oneOf(premises.catalogue().services().keySet());
        keys.add(service, next, now);
        // Of the same group it is done at once.
        if (citizen.gets(Errand.leg(draw, premises, service), next)) {
            busyUntil = now.plus(citizen.need());
            return Optional.of(busyUntil);
        }
        return in(AGAIN, now);
    }

    private Optional<Instant> parks(Citizen citizen, Instant now) {
        var away = draw.seconds(180, 900);
        boolean known = draw.chance(KNOWS_WHEN_BACK);
        keys.park(known ? Optional.of(away) : Optional.empty(), now);
        floor.plans(citizen, citizen.sentAway(now, !known, away));
        before = Optional.empty();
        return in(AGAIN, now);
    }

    private static Optional<Instant> in(Duration time, Instant now) {
        return Optional.of(now.plus(time));
    }
}
