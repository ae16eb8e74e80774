package kz.adalkezek.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.VisitId;

/// How long each of those who wait will wait, and anybody who would come now, by group and credit:
/// the law run forward many times. It never changes and belongs to one instant.
public final class Forecast {

    /// Whoever waits behind so many more is not looked at: no hall holds them.
    static final int VISITS_MAX = 20_000;

    /// Nobody is told a longer wait.
    static final double HORIZON_MS = 8 * 3_600_000.0;

    private static final int FUTURES_MIN = 12;

    /// People times futures in one forecast, so that a crowd does not take too long.
    private static final int WORK = 30_000;

    private final Instant at;
    private final Map<VisitId, float[]> visits = new HashMap<>();
    private final Map<Scene.Newcomer, float[]> newcomers = new HashMap<>();

    private Forecast(Instant at) {
        this.at = at;
    }

    /// A forecast of an empty hall, which knows nobody.
    public static Forecast none() {
        return new Forecast(Instant.EPOCH);
    }

    /// @param groups of which newcomers are asked about, with the credits that the policy knows
    /// @param learned which has seen the log up to the line
    /// @param futures that are played at most; the seed is the size of the line
    public static Forecast of(
            Line line, Instant now, Iterable<GroupCode> groups, Learned learned, int futures) {
        var policy = line.rulebook().policyAt(now);
        return policy.isEmpty()
                ? none()
                : of(line.asOf(now), now, policy.get(), groups, learned, futures);
    }

    private static Forecast of(
            Line line,
            Instant now,
            Policy policy,
            Iterable<GroupCode> groups,
            Learned learned,
            int futuresMax) {
        var scene = new Scene(line, now, policy, learned, newcomers(policy, groups));
        int futures = futures(futuresMax, scene.fair.length + scene.newcomers.size());
        var random = new SplittableRandom(line.size());
        var future = new Future(scene, learned, random);
        var visits = new float[scene.fair.length][futures];
        var newcomers = new float[scene.newcomers.size()][futures];
        for (int i = 0; i < futures; i++) {
            future.play();
            note(future.called, visits, i);
            note(future.calledNewcomer, newcomers, i);
        }
        var forecast = new Forecast(now);
        for (int v = 0; v < visits.length; v++) {
            if (scene.asked[v]) {
                Arrays.sort(visits[v]);
                forecast.visits.put(scene.visits.get(v), visits[v]);
            }
        }
        for (int k = 0; k < newcomers.length; k++) {
            Arrays.sort(newcomers[k]);
            forecast.newcomers.put(scene.newcomers.get(k), newcomers[k]);
        }
        return forecast;
    }

    private static void note(double[] called, float[][] waits, int future) {
        for (int i = 0; i < called.length; i++) {
            waits[i][future] = (float) (Double.isNaN(called[i]) ? HORIZON_MS : called[i]);
        }
    }

    private static int futures(int most, int people) {
        return Math.clamp(WORK / Math.max(1, people), Math.min(FUTURES_MIN, most), most);
    }

    private static List<Scene.Newcomer> newcomers(Policy policy, Iterable<GroupCode> groups) {
        var credits = new HashSet<Integer>();
        credits.add(0);
        policy.grounds().forEach(ground -> credits.add(ground.credit()));
        var newcomers = new ArrayList<Scene.Newcomer>();
        for (var group : groups) {
            credits.forEach(credit -> newcomers.add(new Scene.Newcomer(group, credit)));
        }
        return newcomers;
    }

    /// The instant from which the waits are counted.
    public Instant at() {
        return at;
    }

    /// How long somebody who waits will go on waiting in this share of the futures.
    ///
    /// @param share 0 to 1
    public Optional<Duration> wait(VisitId visit, double share) {
        return Optional.ofNullable(visits.get(visit)).map(waits -> quantile(waits, share));
    }

    /// How long somebody would wait who came now.
    ///
    /// @param credit minutes of a ground of the policy, or 0
    public Optional<Duration> wait(GroupCode group, int credit, double share) {
        return Optional.ofNullable(newcomers.get(new Scene.Newcomer(group, credit)))
                .map(waits -> quantile(waits, share));
    }

    private static Duration quantile(float[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double ms = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        return Duration.ofMillis(Math.round(ms));
    }
}
