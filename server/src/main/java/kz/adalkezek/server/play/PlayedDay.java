package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;

/// Who comes and who works on one day: drawn from the seed, put on the agenda.
final class PlayedDay {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int QUARTER_SECONDS = 15 * 60;
    private static final int EARLY_SECONDS = 25 * 60;
    private static final int LATE_FROM_SECONDS = 16 * 60;
    private static final int LATE_UNTIL_SECONDS = 30 * 60;
    private static final Duration BOOKED_AHEAD = Duration.ofMinutes(5);

    private final Premises premises;
    private final World world;
    private final Agenda agenda;
    private final Floor floor;
    private final Draw draw;
    private final Instant doors;

    /// @param doors when they open
    PlayedDay(
            Premises premises, World world, Agenda agenda, Floor floor, Instant doors, Draw draw) {
        this.premises = premises;
        this.world = world;
        this.agenda = agenda;
        this.floor = floor;
        this.doors = doors;
        this.draw = draw;
    }

    /// @param factor how many times as many people come as on an ordinary day
    /// @param now what is booked for this day is booked now
    void plan(double factor, Instant now) {
        staff();
        citizens(factor, now);
    }

    private void staff() {
        boolean second = false;
        for (var counter : premises.counters()) {
            var own = draw.own();
            var shift = Shift.drawn(own, doors, second);
            var clerk = new Clerk(counter.desk(), shift, premises, world, floor, own);
            floor.has(counter.desk(), clerk);
            agenda.put(clerk, shift.opens());
            second = !second;
        }
    }

    private void citizens(double factor, Instant now) {
        var habits = premises.habits();
        double weights = habits.quarters().stream().mapToDouble(Double::doubleValue).sum();
        double spread = habits.perDay() * factor - habits.atDoors();
        for (int i = 0; i < habits.atDoors(); i++) {
            comes(doors.plus(draw.seconds(0, 30)), now);
        }
        var from = doors;
        for (var weight : habits.quarters()) {
            int people = draw.poisson(Math.max(0, spread) * weight / weights);
            for (int i = 0; i < people; i++) {
                comes(from.plus(draw.seconds(0, QUARTER_SECONDS)), now);
            }
            from = from.plus(QUARTER);
        }
    }

    private void comes(Instant at, Instant now) {
        var own = draw.own();
        var mix = premises.habits().groupMix();
        var group = new GroupCode(own.byShare(mix));
        var errand = Errand.drawn(own, premises, group);
        var booking = books(own, errand.services().getFirst(), at, now);
        agenda.put(new Citizen(errand, booking, willing(group), world, floor, own), at);
    }

    /// Most come a little before their slot, some too late for it.
    ///
    /// @return what was booked, or nothing
    private String books(Draw own, String service, Instant comes, Instant now) {
        var habits = premises.habits();
        boolean late = own.chance(habits.bookedLate());
        var after =
                late
                        ? own.seconds(LATE_FROM_SECONDS, LATE_UNTIL_SECONDS)
                        : own.seconds(-EARLY_SECONDS, LATE_FROM_SECONDS / 2);
        var slot = comes.minus(after).truncatedTo(ChronoUnit.MINUTES);
        return own.chance(habits.booked()) && slot.isAfter(now.plus(BOOKED_AHEAD))
                ? world.book(own.request(), service, slot, now).orElse("")
                : "";
    }

    /// The first counter that has the group.
    private Optional<DeskId> willing(GroupCode group) {
        return premises.counters().stream()
                .filter(counter -> counter.has(group))
                .map(Premises.Counter::desk)
                .findFirst();
    }
}
