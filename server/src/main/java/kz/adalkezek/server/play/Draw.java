package kz.adalkezek.server.play;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import kz.adalkezek.queue.RequestId;

/// Chance from a seed. Everybody draws from a source of their own, so that one person more changes
/// nobody else's mind.
final class Draw {

    private static final int MS = 1_000;

    /// No service lasts longer than this many times its mean, or than [#LONGEST].
    private static final double TAIL = 5;

    private static final Duration LONGEST = Duration.ofMinutes(45);

    private final SplittableRandom random;

    private Draw(SplittableRandom random) {
        this.random = random;
    }

    static Draw of(long seed) {
        return new Draw(new SplittableRandom(seed));
    }

    Draw own() {
        return new Draw(random.split());
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    Duration seconds(int from, int to) {
        return Duration.ofMillis(random.nextLong((long) from * MS, (long) to * MS));
    }

    /// Right-skewed as services are: lognormal with this mean.
    ///
    /// @param variation standard deviation over mean
    Duration skewed(Duration mean, double variation) {
        // StrictMath: the same seed is the same day on every computer.
        double variance = StrictMath.log(1 + variation * variation);
        double factor =
                StrictMath.exp(StrictMath.sqrt(variance) * random.nextGaussian() - variance / 2);
        long ms = (long) (mean.toMillis() * Math.min(factor, TAIL));
        return Duration.ofMillis(Math.clamp(ms, MS, LONGEST.toMillis()));
    }

    /// How many come where `mean` are expected and each comes on their own.
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /// @param shares in an order that is always the same
    <T> T byShare(Map<T, Double> shares) {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        double rest = random.nextDouble() * sum;
        var last = shares.keySet().iterator().next();
        for (var share : shares.entrySet()) {
            last = share.getKey();
            rest -= share.getValue();
            if (rest < 0) {
                break;
            }
        }
        return last;
    }

    <T> T oneOf(Collection<T> some) {
        return some.stream().skip(random.nextInt(some.size())).findFirst().orElseThrow();
    }

    RequestId request() {
        return new RequestId(new UUID(random.nextLong(), random.nextLong()));
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
