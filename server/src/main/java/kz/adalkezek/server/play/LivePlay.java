package kz.adalkezek.server.play;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// People and staff, played in a running branch over HTTP, day after day. The doors of the first
/// day open at once, whatever the hour; nights are left out. One thread plays, in the branch's
/// time.
public final class LivePlay implements AutoCloseable {

    private static final LocalTime MORNING = Habits.DOORS_OPEN.minusMinutes(15);
    private static final long AGAIN_MS = 1_000;

    private final Premises premises;
    private final Doors doors;
    private final PlayClock clock;
    private final long seed;
    private final Consumer<String> out;
    private final Wire wire;
    private final Hearing hearing;
    private final Surprises surprises;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("play").unstarted(this::plays);

    /// @param premises without the counters that are left to people
    /// @param clock of the branch, which stands until somebody plays
    /// @param known how many entries the log holds
    /// @param out told in lines what was played
    /// @param loud told in lines what should not have happened
    public LivePlay(
            Premises premises,
            Doors doors,
            PlayClock clock,
            long seed,
            long known,
            Consumer<String> out,
            Consumer<String> loud) {
        this.premises = premises;
        this.doors = doors;
        this.clock = clock;
        this.seed = seed;
        this.out = out;
        this.wire = new Wire(doors.url());
        this.hearing = new Hearing(doors.url(), doors.boardToken(), known);
        this.surprises = new Surprises(loud);
    }

    public void start() {
        thread.start();
    }

    /// What should not have happened, so far.
    public long surprises() {
        return surprises.count();
    }

    /// Plays no longer; returns when the request at hand is answered.
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before the play had ended", e);
        }
        hearing.close();
        wire.close();
    }

    private void plays() {
        var draw = Draw.of(seed);
        var world = new LiveWorld(doors, premises, wire, hearing, surprises, draw.own());
        try {
            for (boolean first = true; goesOn(); first = false) {
                // A day that is open goes on; what was over before is followed by a morning.
                boolean atOnce = first && opens(world);
                if (!atOnce) {
                    clock.skipsTo(morning());
                    opens(world);
                }
                day(world, draw.own(), atOnce ? clock.instant() : doorsOpen());
                closes(world);
                say(world);
            }
        } catch (Wire.StrayAnswerException e) {
            surprises.said(e.getMessage() + "; nobody is played any more");
            say(world);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the play", e);
        } finally {
            clock.runs();
        }
    }

    private void day(LiveWorld world, Draw draw, Instant doorsOpen) throws InterruptedException {
        var agenda = new Agenda();
        var floor = new Floor(agenda, doors.kiosks().keySet().stream().sorted().toList());
        var board =
                new LiveBoard(
                        world,
                        hearing,
                        new Bystander(floor),
                        () -> agenda.next().isEmpty(),
                        draw.own());
        agenda.put(board, clock.instant());
        var date = doorsOpen.atZone(premises.zone()).toLocalDate();
        new PlayedDay(premises, world, agenda, floor, doorsOpen, draw)
                .plan(Calendar.of(premises).factor(date), clock.instant());
        for (var next = agenda.next(); next.isPresent() && goesOn(); next = agenda.next()) {
            var now = clock.instant();
            plays(agenda, next.get().isBefore(now) ? now : next.get());
        }
    }

    /// The clock stands at this instant while somebody acts. Where the branch is slower than the
    /// play, half of its time is left to people.
    private void plays(Agenda agenda, Instant at) throws InterruptedException {
        clock.holdsAt(at);
        boolean late = true;
        for (var left = clock.takesUntil(at);
                left.isPositive() && goesOn();
                left = clock.takesUntil(at)) {
            late = false;
            stop.await(left.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (!goesOn()) {
            return;
        }
        long began = System.nanoTime();
        agenda.play(at);
        if (late) {
            stop.await(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private boolean goesOn() {
        return stop.getCount() > 0;
    }

    /// @return whether a business day is open now
    private boolean opens(LiveWorld world) {
        var answer = world.manages("open-day");
        boolean open = answer.isGood() || answer.code().equals("day-already-open");
        if (!open && !answer.code().equals("day-already-held")) {
            throw new Wire.StrayAnswerException("the day does not open: " + answer);
        }
        return open;
    }

    /// While somebody who is not played is at a desk, the day goes on.
    private void closes(LiveWorld world) throws InterruptedException {
        while (goesOn()) {
            var answer = world.manages("close-day");
            if (answer.isGood() || answer.code().equals("day-not-open")) {
                return;
            }
            if (!answer.code().equals("day-not-over")) {
                throw new Wire.StrayAnswerException("the day does not close: " + answer);
            }
            clock.runs();
            stop.await(AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    private Instant morning() {
        var now = clock.instant().atZone(premises.zone());
        var morning = now.with(MORNING);
        return (morning.isAfter(now) ? morning : morning.plusDays(1)).toInstant();
    }

    private Instant doorsOpen() {
        return clock.instant().atZone(premises.zone()).with(Habits.DOORS_OPEN).toInstant();
    }

    private void say(LiveWorld world) {
        out.accept(
                String.format(
                        Locale.ROOT,
                        "played until %s: %d tickets, %d requests, %d answers not expected",
                        clock.instant().atZone(premises.zone()).toLocalDateTime().withNano(0),
                        world.tickets(),
                        wire.requests(),
                        surprises.count()));
    }
}
