package kz.adalkezek.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;

/// Who comes and who works on one day: drawn from the seed, put on the agenda.
final class PlayedDay {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int QUARTER_SECONDS = 15 * 60;

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
    void plan(double factor) {
        staff();
        citizens(factor);
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

    private void citizens(double factor) {
        var habits = premises.habits();
        double weights = habits.quarters().stream().mapToDouble(Double::doubleValue).sum();
        double spread = habits.perDay() * factor - habits.atDoors();
        for (int i = 0; i < habits.atDoors(); i++) {
            comes(doors.plus(draw.seconds(0, 30)));
        }
        var from = doors;
        for (var weight : habits.quarters()) {
            int people = draw.poisson(Math.max(0, spread) * weight / weights);
            for (int i = 0; i < people; i++) {
                comes(from.plus(draw.seconds(0, QUARTER_SECONDS)));
            }
            from = from.plus(QUARTER);
        }
    }

    private void comes(Instant at) {
        var own = draw.own();
        var mix = premises.habits().groupMix();
        var group = new GroupCode(own.byShare(mix));
        var errand = Errand.drawn(own, premises, group);
        agenda.put(new Citizen(errand, willing(group), world, floor, own), at);
    }

    /// The first counter that has the group.
    private Optional<DeskId> willing(GroupCode group) {
        return premises.counters().stream()
                .filter(counter -> counter.has(group))
                .map(Premises.Counter::desk)
                .findFirst();
    }
}
