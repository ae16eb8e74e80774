package kz.adalkezek.forecast;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// One way in which the rest of the day may go: times are drawn, and whom a desk calls is the law's
/// choice (`queue-law`, "The choice": the limit, then the order, helping groups, legs that stay).
/// Played many times on one [Scene]. Used by one thread.
final class Future {

    private static final double EXPECTED_MEDIAN_MS = 10 * 60_000;
    private static final double EXPECTED_SPREAD = 0.7;
    private static final double HOUR_MS = 3_600_000;
    private static final double MINUTE_MS = 60_000;
    private static final int ROOM = 16;

    private final Scene scene;
    private final RandomGenerator random;
    private final Pace walk;
    private final Pace wrapUp;
    private final Pace pause;
    private final Pace unanswered;
    private final double unansweredShare;

    private final Agenda agenda = new Agenda();
    private final Waiters waiters;
    private final boolean[] idle;

    // By visit, those who come later behind the others.
    private int[] leg;
    private int[] laterGroup;
    private int count;

    /// When each was called first, by visit; not a number where nobody has called yet.
    final double[] called;

    /// The same by newcomer.
    final double[] calledNewcomer;

    /// How many of all who ask are not called yet.
    private int open;

    Future(Scene scene, Times times, RandomGenerator random) {
        this.scene = scene;
        this.random = random;
        walk = times.walk();
        wrapUp = times.wrapUp();
        pause = times.pause();
        unanswered = times.unansweredCall();
        unansweredShare = times.unansweredShare();
        waiters = new Waiters(scene);
        idle = new boolean[scene.desks.length];
        int room = scene.fair.length + ROOM;
        leg = new int[room];
        laterGroup = new int[room];
        called = new double[scene.fair.length];
        calledNewcomer = new double[scene.newcomers.size()];
    }

    void play() {
        begin();
        while (open > 0 && !agenda.isEmpty()) {
            long one = agenda.next();
            double now = Agenda.inMs(one);
            if (now > Forecast.HORIZON_MS) {
                break;
            }
            int subject = Agenda.subject(one);
            switch (Agenda.what(one)) {
                case Agenda.JOINS -> joins(subject, now);
                case Agenda.FREE -> looks(subject, now);
                default -> {
                    if (idle[subject]) {
                        looks(subject, now);
                    }
                }
            }
        }
    }

    private void begin() {
        int n = scene.fair.length;
        count = n;
        agenda.clear();
        waiters.begin();
        Arrays.fill(leg, 0);
        Arrays.fill(called, Double.NaN);
        Arrays.fill(calledNewcomer, Double.NaN);
        Arrays.fill(idle, false);
        open = calledNewcomer.length;
        for (int v = 0; v < n; v++) {
            open += scene.asked[v] ? 1 : 0;
            // Parked until an instant, or with a claim to come.
            boolean later = scene.asked[v] ? scene.claim[v] > 0 : scene.since[v] > 0;
            if (later) {
                agenda.put(Math.max(scene.since[v], scene.claim[v]), Agenda.JOINS, v);
            }
        }
        for (int d = 0; d < scene.desks.length; d++) {
            begin(d);
        }
        comers();
    }

    private void begin(int desk) {
        switch (scene.desks[desk]) {
            case Scene.Busy.Free(var ago) ->
                    agenda.put(ago == 0 ? 0 : wrapUp.left(ago, random), Agenda.FREE, desk);
            case Scene.Busy.Calling(var visit, var ago) ->
                    serves(desk, visit, walk.left(ago, random));
            case Scene.Busy.Serving(var visit, var ago) -> {
                var first = scene.paces[visit][0];
                double left = first[0].left(ago, random);
                for (int s = 1; s < first.length; s++) {
                    left += first[s].drawn(random);
                }
                farewell(desk, visit, left);
            }
            case Scene.Busy.Direct(var ago) ->
                    agenda.put(
                            general(desk).left(ago, random) + wrapUp.drawn(random),
                            Agenda.FREE,
                            desk);
            case Scene.Busy.Paused(var ago) ->
                    agenda.put(pause.left(ago, random), Agenda.FREE, desk);
            case Scene.Busy.Expected _ ->
                    agenda.put(
                            new Pace(EXPECTED_MEDIAN_MS, EXPECTED_SPREAD).drawn(random),
                            Agenda.FREE,
                            desk);
        }
    }

    /// As many with a credit as in the last hour, and as they were.
    private void comers() {
        var lately = scene.credited;
        if (lately.isEmpty()) {
            return;
        }
        double mean = HOUR_MS / lately.size();
        double at = 0;
        while (count < Agenda.SUBJECT_MAX) {
            at -= mean * Math.log(1 - random.nextDouble());
            if (at > HOUR_MS) {
                return;
            }
            int like = random.nextInt(lately.size());
            if (count == leg.length) {
                leg = Arrays.copyOf(leg, 2 * count);
                laterGroup = Arrays.copyOf(laterGroup, 2 * count);
            }
            waiters.comes(count, at, lately.get(like).minutes() * MINUTE_MS);
            leg[count] = 0;
            laterGroup[count] = scene.creditedGroup[like];
            agenda.put(at, Agenda.JOINS, count);
            count++;
        }
    }

    private int group(int visit) {
        return visit < scene.legs.length ? scene.legs[visit][leg[visit]] : laterGroup[visit];
    }

    private void joins(int visit, double now) {
        int group = group(visit);
        waiters.joins(visit, group, now);
        for (int desk : scene.primaryDesks[group]) {
            if (idle[desk]) {
                looks(desk, now);
                return;
            }
        }
        for (int desk : scene.secondaryDesks[group]) {
            if (idle[desk]) {
                agenda.put(now + scene.helpAfterMs, Agenda.LOOKS, desk);
            }
        }
    }

    private void looks(int desk, double now) {
        idle[desk] = false;
        int lifted = waiters.lifted(desk, now);
        boolean byLimit = lifted != Waiters.NOBODY;
        int visit = byLimit ? lifted : waiters.first(desk, now);
        newcomers(desk, now, byLimit ? Double.NEGATIVE_INFINITY : waiters.fair(visit));
        if (visit == Waiters.NOBODY) {
            idle[desk] = true;
            waiters.helps(desk, now, agenda);
        } else {
            calls(desk, visit, now);
        }
    }

    /// Who would come now is called in the place of whoever has a later fair time, and takes no
    /// desk from anybody: each is asked about alone.
    private void newcomers(int desk, double now, double fairOfCalled) {
        for (int k = 0; k < calledNewcomer.length; k++) {
            if (Double.isNaN(calledNewcomer[k])
                    && -scene.newcomers.get(k).credit() * MINUTE_MS < fairOfCalled
                    && reaches(desk, scene.newcomerGroup[k], now)) {
                calledNewcomer[k] = now;
                open--;
            }
        }
    }

    private boolean reaches(int desk, int group, double now) {
        for (int one : scene.primary[desk]) {
            if (one == group) {
                return true;
            }
        }
        if (now >= scene.helpAfterMs) {
            for (int one : scene.secondary[desk]) {
                if (one == group) {
                    return true;
                }
            }
        }
        return false;
    }

    private void calls(int desk, int visit, double now) {
        waiters.calls(desk, visit, group(visit), now);
        if (visit < called.length && scene.asked[visit] && Double.isNaN(called[visit])) {
            called[visit] = now;
            open--;
        }
        if (random.nextDouble() < unansweredShare) {
            agenda.put(now + unanswered.drawn(random), Agenda.FREE, desk);
        } else {
            serves(desk, visit, now + walk.drawn(random));
        }
    }

    private void serves(int desk, int visit, double start) {
        double end = start;
        if (visit < scene.paces.length) {
            for (var pace : scene.paces[visit][leg[visit]]) {
                end += pace.drawn(random);
            }
        } else {
            end += scene.groupPace[laterGroup[visit]].drawn(random);
        }
        farewell(desk, visit, end);
    }

    /// The next leg stays, if the desk has its group first of all; else it waits again.
    private void farewell(int desk, int visit, double end) {
        if (visit < scene.legs.length && leg[visit] + 1 < scene.legs[visit].length) {
            leg[visit]++;
            int next = group(visit);
            for (int group : scene.primary[desk]) {
                if (group == next) {
                    serves(desk, visit, end);
                    return;
                }
            }
            agenda.put(end, Agenda.JOINS, visit);
        }
        agenda.put(end + wrapUp.drawn(random), Agenda.FREE, desk);
    }

    /// Somebody of the desk's first group.
    private Pace general(int desk) {
        int group = scene.primary[desk][0];
        return group < scene.groupPace.length
                ? scene.groupPace[group]
                : new Pace(EXPECTED_MEDIAN_MS, EXPECTED_SPREAD);
    }
}
