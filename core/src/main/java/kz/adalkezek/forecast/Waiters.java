package kz.adalkezek.forecast;

import java.util.ArrayList;
import java.util.Arrays;

/// Who waits in one future, and whom the law would call (`queue-law`, "The choice"): the limit
/// first, then the order. Those who come later stand behind the visits of the [Scene].
final class Waiters {

    static final int NOBODY = -1;

    private static final int ROOM = 16;

    private final Scene scene;
    private final Queue[] queues;

    // By visit.
    private double[] fair;
    private double[] claim;
    private double[] since;
    private int[] overtaken;

    /// How many wait who are overtaken as often as the policy allows.
    private int liftedCount;

    Waiters(Scene scene) {
        this.scene = scene;
        queues = new Queue[scene.groupCount()];
        int room = scene.fair.length + ROOM;
        fair = Arrays.copyOf(scene.fair, room);
        claim = Arrays.copyOf(scene.claim, room);
        since = new double[room];
        overtaken = new int[room];
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

    void begin() {
        int n = scene.fair.length;
        System.arraycopy(scene.since, 0, since, 0, n);
        System.arraycopy(scene.overtaken, 0, overtaken, 0, n);
        liftedCount = 0;
        for (int v = 0; v < n; v++) {
            boolean waits = scene.asked[v] && claim[v] <= 0;
            liftedCount += waits && isLifted(v) ? 1 : 0;
        }
        for (var queue : queues) {
            queue.reset();
        }
    }

    /// Somebody will come who is not in the building yet.
    void comes(int visit, double at, double creditMs) {
        if (visit == fair.length) {
            int room = 2 * visit;
            fair = Arrays.copyOf(fair, room);
            claim = Arrays.copyOf(claim, room);
            since = Arrays.copyOf(since, room);
            overtaken = Arrays.copyOf(overtaken, room);
        }
        claim[visit] = at;
        fair[visit] = at - creditMs;
        overtaken[visit] = 0;
    }

    void joins(int visit, int group, double now) {
        since[visit] = now;
        liftedCount += isLifted(visit) ? 1 : 0;
        queues[group].add(visit, fair);
    }

    /// The visit goes to the desk, before all who could go there and claim earlier.
    void calls(int desk, int visit, int group, double now) {
        overtakes(desk, visit, now);
        queues[group].remove(visit);
        liftedCount -= isLifted(visit) ? 1 : 0;
    }

    /// Later than everybody's where there is nobody.
    double fair(int visit) {
        return visit == NOBODY ? Double.POSITIVE_INFINITY : fair[visit];
    }

    private boolean isLifted(int visit) {
        return overtaken[visit] >= scene.maxOvertakes;
    }

    /// Somebody overtaken as often as the policy allows, by the smallest claim.
    int lifted(int desk, double now) {
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

    /// The smallest fair time that the desk reaches.
    int first(int desk, double now) {
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

    /// An idle desk looks again when somebody whom it helps has waited long enough.
    void helps(int desk, double now, Agenda agenda) {
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
}
