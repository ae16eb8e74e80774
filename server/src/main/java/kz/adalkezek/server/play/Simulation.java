package kz.adalkezek.server.play;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.VisitId;

/// Days of a branch that nobody lives through: played people, the real law, no clock, no net.
public final class Simulation {

    /// The first day is the first working day behind this one.
    private static final LocalDate EVE = LocalDate.of(2026, 11, 22);

    private static final Duration OPENS_BEFORE = Duration.ofMinutes(15);
    private static final Duration HOURS = Duration.ofHours(9);
    private static final Duration BEFORE = Duration.ofMinutes(1);

    private final Premises premises;
    private final Law law;

    public Simulation(Premises premises) {
        this(premises, Rules::decide);
    }

    Simulation(Premises premises, Law law) {
        this.premises = premises;
        this.law = law;
    }

    /// @param decisions asked of the law
    public record Result(boolean held, long decisions) {}

    /// Plays the days and prints what they come to.
    ///
    /// @param days at least one
    /// @param origin the name of the log
    /// @param build the hash of the software, lower-case hex
    /// @param log told each command's entries, in order
    public Result run(
            long seed,
            int days,
            String origin,
            String build,
            Consumer<List<Entry>> log,
            PrintStream out) {
        var draw = Draw.of(seed);
        var report = new Report(out);
        var services = new HashMap<VisitId, List<String>>();
        var chronicle =
                new Chronicle(
                        premises.catalogue(), visit -> services.getOrDefault(visit, List.of()));
        var world = new LawWorld(premises, law, both(chronicle, log), services::put, draw.own());
        var calendar = Calendar.of(premises);
        var all = new Figures();
        report.begin(seed, days, premises.policy().maxOvertakes());
        var day = calendar.workingDayAfter(EVE);
        world.found(origin, build, doors(day).minus(OPENS_BEFORE).minus(BEFORE));
        for (int i = 0; i < days; i++) {
            play(world, day, calendar.factor(day), draw.own());
            var figures = chronicle.dayEnds();
            report.day(day, figures);
            all.add(figures);
            if (!chronicle.breaches().isEmpty()) {
                report.broken(seed, day, chronicle.breaches());
                return new Result(false, world.decisions());
            }
            day = calendar.workingDayAfter(day);
        }
        report.all(all);
        report.calibration(chronicle.calibration());
        report.held(chronicle.entries(), world.decisions());
        return new Result(true, world.decisions());
    }

    private void play(LawWorld world, LocalDate day, double factor, Draw draw) {
        var doors = doors(day);
        var agenda = new Agenda();
        var now = doors.minus(OPENS_BEFORE);
        world.openDay(day, now);
        agenda.put(new Equipment(world, doors, doors.plus(HOURS), draw.own()), now);
        var mishaps = new Mishaps(world, doors, draw.own());
        mishaps.first().ifPresent(at -> agenda.put(mishaps, at));
        var floor = new Floor(agenda, LawWorld.KIOSKS);
        new PlayedDay(premises, world, agenda, floor, doors, draw).plan(factor, now);
        for (var next = agenda.next(); next.isPresent(); next = agenda.next()) {
            now = next.get();
            agenda.play(now);
        }
        world.closeDay(now);
    }

    private Instant doors(LocalDate day) {
        return day.atTime(Habits.DOORS_OPEN).atZone(premises.zone()).toInstant();
    }

    private static LawWorld.Listener both(Chronicle chronicle, Consumer<List<Entry>> log) {
        return new LawWorld.Listener() {
            @Override
            public void wrote(List<Entry> command, Line before, Line after) {
                chronicle.wrote(command, before, after);
                log.accept(command);
            }

            @Override
            public void broke(Breach breach) {
                chronicle.broke(breach);
            }
        };
    }
}
