package kz.adalkezek.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// One way in which the rest of the day may go: times are drawn, and whom a desk calls is the law's
/// choice (`queue-law`, "The choice": the limit, then the order, helping groups, legs that stay).
/// Played many times on one [Scene]. Used by one thread.
final class Future {

    private static final double EXPECTED_MEDIAN_MS = 10 * 60_000;
    private static final double EXPECTED_SPREAD = 0.7;
    private static final double HOUR_MS = 3_600_000;
    private static final int NOBODY = -1;

    private final Scene scene;
    private final RandomGenerator random;
    private final Pace walk;
    private final Pace wrapUp;
    private final Pace pause;
    private final Pace unanswered;
    private final double unansweredShare;

    private final Agenda agenda = new Agenda();
    private final Queue[] queues;
    private final boolean[] idle;

    // By visit, those who come later behind the others.
    private double[] fair;
    private double[] claim;
    private double[] since;
    private int[] overtaken;
    private int[] leg;
    private int[] laterGroup = new int[0];
    private int count;

    /// When each was called first, by visit; not a number where nobody has called yet.
    final double[] called;

    /// The same by newcomer.
    final double[] calledNewcomer;

    private int open;
    private int liftedCount;

    Future(Scene scene, Times times, RandomGenerator random) {
        this.scene = scene;
        this.random = random;
        walk = times.walk();
        wrapUp = times.wrapUp();
        pause = times.pause();
        unanswered = times.unansweredCall();
        unansweredShare = times.unansweredShare();
        queues = new Queue[scene.groupCount()];
        idle = new boolean[scene.desks.length];
        int room = scene.fair.length + 16;
        fair = Arrays.copyOf(scene.fair, room);
        claim = Arrays.copyOf(scene.claim, room);
        since = new double[room];
        overtaken = new int[room];
        leg = new int[room];
        laterGroup = new int[room];
        called = new double[scene.fair.length];
        calledNewcomer = new double[scene.newcomers.size()];
        gather();
    }

    /// Who waits at the beginning of every future.
    private void gather() {
        var waiting = new ArrayList<Integer>();
        for (int v = 0; v < scene.fair.length; v++) {
            if (scene.asked[v] && scene.claim[v] <= 0) {
                waiting.add(v);
            }
        }
        waiting.sort((a, b) -> a.equals(b) ? 0 : Queue.isBehind(a, b, fair) ? 1 : -1);
        var sizes = new int[queues.length];
        waiting.forEach(v -> sizes[scene.legs[v][0]]++);
        for (int g = 0; g < queues.length; g++) {
            queues[g] = new Queue(new int[sizes[g]]);
            sizes[g] = 0;
        }
        for (int v : waiting) {
            int group = scene.legs[v][0];
            queues[group].first(sizes[group]++, v);
        }
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
        System.arraycopy(scene.since, 0, since, 0, n);
        System.arraycopy(scene.overtaken, 0, overtaken, 0, n);
        Arrays.fill(leg, 0);
        Arrays.fill(called, Double.NaN);
        Arrays.fill(calledNewcomer, Double.NaN);
        Arrays.fill(idle, false);
        open = calledNewcomer.length;
        liftedCount = 0;
        for (int v = 0; v < n; v++) {
            open += scene.asked[v] ? 1 : 0;
            boolean waits = scene.asked[v] && claim[v] <= 0;
            liftedCount += waits && isLifted(v) ? 1 : 0;
        }
        for (var queue : queues) {
            queue.reset();
        }
        for (int v = 0; v < n; v++) {
            // Parked until an instant, or with a claim to come.
            boolean later = scene.asked[v] ? claim[v] > 0 : since[v] > 0;
            if (later) {
                agenda.put(Math.max(since[v], claim[v]), Agenda.JOINS, v);
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
            grow();
            claim[count] = at;
            fair[count] = at - lately.get(like).minutes() * 60_000.0;
            since[count] = at;
            overtaken[count] = 0;
            leg[count] = 0;
            laterGroup[count] = scene.creditedGroup[like];
            agenda.put(at, Agenda.JOINS, count);
            count++;
        }
    }

    private void grow() {
        if (count == fair.length) {
            int room = 2 * count;
            fair = Arrays.copyOf(fair, room);
            claim = Arrays.copyOf(claim, room);
            since = Arrays.copyOf(since, room);
            overtaken = Arrays.copyOf(overtaken, room);
            leg = Arrays.copyOf(leg, room);
            laterGroup = Arrays.copyOf(laterGroup, room);
        }
    }

    private int group(int visit) {
        return visit < scene.legs.length ? scene.legs[visit][leg[visit]] : laterGroup[visit];
    }

    private void joins(int visit, double now) {
        since[visit] = now;
        liftedCount += isLifted(visit) ? 1 : 0;
        int group = group(visit);
        queues[group].add(visit, fair);
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
        int lifted = lifted(desk, now);
        int visit = lifted != NOBODY ? lifted : first(desk, now);
        newcomers(desk, now, lifted != NOBODY ? Double.NEGATIVE_INFINITY : fairOf(visit));
        if (visit == NOBODY) {
            idle[desk] = true;
            wakes(desk, now);
        } else {
            calls(desk, visit, now);
        }
    }

    private boolean isLifted(int visit) {
        return overtaken[visit] >= scene.maxOvertakes;
    }

    private double fairOf(int visit) {
        return visit == NOBODY ? Double.POSITIVE_INFINITY : fair[visit];
    }

    /// Somebody overtaken as often as the policy allows, by the smallest claim.
    private int lifted(int desk, double now) {
        if (liftedCount == 0) {
            return NOBODY;
        }
        int best = NOBODY;
        for (int group : scene.primary[desk]) {
            best = lifted(group, Double.POSITIVE_INFINITY, best);
        }
        for (int group : scene.secondary[desk]) {
            best = lifted(group, now - scene.helpAfterMs, best);
        }
        return best;
    }

    private int lifted(int group, double latest, int before) {
        int best = before;
        var queue = queues[group];
        for (int i = 0; i < queue.size(); i++) {
            int visit = queue.get(i);
            if (isLifted(visit)
                    && since[visit] <= latest
                    && (best == NOBODY || Queue.isBehind(best, visit, claim))) {
                best = visit;
            }
        }
        return best;
    }

    private int first(int desk, double now) {
        int best = NOBODY;
        for (int group : scene.primary[desk]) {
            var queue = queues[group];
            if (queue.size() > 0) {
                best = earlier(best, queue.get(0));
            }
        }
        for (int group : scene.secondary[desk]) {
            var queue = queues[group];
            for (int i = 0; i < queue.size(); i++) {
                if (since[queue.get(i)] <= now - scene.helpAfterMs) {
                    best = earlier(best, queue.get(i));
                    break;
                }
            }
        }
        return best;
    }

    private int earlier(int best, int visit) {
        return best == NOBODY || Queue.isBehind(best, visit, fair) ? visit : best;
    }

    /// Who would come now is called in the place of whoever has a later fair time, and takes no
    /// desk from anybody: each is asked about alone.
    private void newcomers(int desk, double now, double fairOfCalled) {
        for (int k = 0; k < calledNewcomer.length; k++) {
            if (Double.isNaN(calledNewcomer[k])
                    && -scene.newcomers.get(k).credit() * 60_000.0 < fairOfCalled
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

    /// An idle desk looks again when somebody whom it helps has waited long enough.
    private void wakes(int desk, double now) {
        if (scene.secondary[desk].length == 0) {
            return;
        }
        if (now < scene.helpAfterMs) {
            agenda.put(scene.helpAfterMs, Agenda.LOOKS, desk);
        }
        for (int group : scene.secondary[desk]) {
            var queue = queues[group];
            for (int i = 0; i < queue.size(); i++) {
                double helped = since[queue.get(i)] + scene.helpAfterMs;
                if (helped > now) {
                    agenda.put(helped, Agenda.LOOKS, desk);
                }
            }
        }
    }

    private void calls(int desk, int visit, double now) {
        overtakes(desk, visit, now);
        queues[group(visit)].remove(visit);
        liftedCount -= isLifted(visit) ? 1 : 0;
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

    private void overtakes(int desk, int visit, double now) {
        if (fair[visit] >= claim[visit] && liftedCount == 0) {
            // Whoever claims earlier has an earlier fair time, too, and would have been called.
            return;
        }
        for (int group : scene.primary[desk]) {
            overtakes(group, Double.POSITIVE_INFINITY, visit);
        }
        for (int group : scene.secondary[desk]) {
            overtakes(group, now - scene.helpAfterMs, visit);
        }
    }

    private void overtakes(int group, double latest, int visit) {
        var queue = queues[group];
        for (int i = 0; i < queue.size(); i++) {
            int other = queue.get(i);
            if (claim[other] < claim[visit] && since[other] <= latest) {
                overtaken[other]++;
                liftedCount += overtaken[other] == scene.maxOvertakes ? 1 : 0;
            }
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
