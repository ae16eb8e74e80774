package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The map that never changes, beside the one of the JDK that does.
class SortedTest {

    private static final int STEPS = 2_000;

    static LongStream seeds() {
        return new Random().longs(12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithATreeMapAfterEveryChange(long seed) {
        var random = new Random(seed);
        int keys = 1 + random.nextInt(400);
        var model = new TreeMap<Integer, Integer>();
        var sorted = Sorted.<Integer, Integer>empty();
        for (int step = 0; step < STEPS; step++) {
            int key = random.nextInt(keys);
            if (random.nextInt(3) == 0) {
                model.remove(key);
                sorted = sorted.without(key);
            } else {
                model.put(key, step);
                sorted = sorted.put(key, step);
            }
            int asked = random.nextInt(keys + 2) - 1;
            assertThat(sorted.size()).isEqualTo(model.size());
            assertThat(sorted.get(asked).orElse(-1)).isEqualTo(model.getOrDefault(asked, -1));
            assertThat(sorted.countUpTo(asked)).isEqualTo(model.headMap(asked, true).size());
            assertThat(sorted.first().map(Sorted.Pair::key).orElse(-1))
                    .isEqualTo(model.isEmpty() ? -1 : model.firstKey());
            if (step % 100 == 0) {
                assertThat(asMap(sorted)).isEqualTo(model);
                assertThat(List.copyOf(asMap(sorted).keySet()))
                        .isEqualTo(List.copyOf(model.keySet()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsEveryOldVersionAsItWas(long seed) {
        var random = new Random(seed);
        var versions = new ArrayList<Sorted<Integer, Integer>>();
        var models = new ArrayList<Map<Integer, Integer>>();
        var model = new TreeMap<Integer, Integer>();
        var sorted = Sorted.<Integer, Integer>empty();
        for (int step = 0; step < 300; step++) {
            int key = random.nextInt(60);
            if (random.nextBoolean()) {
                model.remove(key);
                sorted = sorted.without(key);
            } else {
                model.put(key, step);
                sorted = sorted.put(key, step);
            }
            versions.add(sorted);
            models.add(new TreeMap<>(model));
        }
        for (int i = 0; i < versions.size(); i++) {
            assertThat(asMap(versions.get(i))).isEqualTo(models.get(i));
        }
    }

    static Stream<List<Integer>> unkindOrders() {
        var rising = LongStream.range(0, 20_000).mapToObj(i -> (int) i).toList();
        var inwards =
                LongStream.range(0, 20_000)
                        .mapToObj(i -> (int) (i % 2 == 0 ? i : 20_000 - i))
                        .toList();
        return Stream.of(rising, rising.reversed(), inwards);
    }

    @ParameterizedTest
    @MethodSource("unkindOrders")
    void staysShallowHoweverItGrowsAndShrinks(List<Integer> order) {
        var sorted = Sorted.<Integer, Integer>empty();
        for (int key : order) {
            sorted = sorted.put(key, key);
        }
        assertThat(sorted.depth()).isLessThanOrEqualTo(deepest(sorted.size()));
        for (int key : order.subList(0, 19_000)) {
            sorted = sorted.without(key);
        }
        assertThat(sorted.depth()).isLessThanOrEqualTo(deepest(sorted.size()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void staysShallowUnderRandomChanges(long seed) {
        var random = new Random(seed);
        var sorted = Sorted.<Integer, Integer>empty();
        for (int step = 0; step < 20_000; step++) {
            int key = random.nextInt(3_000);
            sorted = random.nextInt(5) < 2 ? sorted.without(key) : sorted.put(key, step);
            if (step % 500 == 0) {
                assertThat(sorted.depth()).isLessThanOrEqualTo(deepest(sorted.size()));
            }
        }
    }

    @Test
    void isEqualByItsPairsWhateverWayItCameAbout() {
        var one = Sorted.<String, Integer>empty().put("a", 1).put("b", 2).put("c", 3);
        var two = Sorted.<String, Integer>empty().put("c", 3).put("x", 9).put("b", 2).put("a", 1);
        assertThat(one).isNotEqualTo(two).isEqualTo(two.without("x"));
        assertThat(one).hasSameHashCodeAs(two.without("x"));
        assertThat(one).isNotEqualTo(one.put("b", 7)).isNotEqualTo(one.without("a"));
        assertThat(one).isNotEqualTo(Map.of("a", 1));
        assertThat(Sorted.empty()).isEqualTo(one.without("a").without("b").without("c"));
    }

    @Test
    void isEmptyBeforeTheFirstKey() {
        var empty = Sorted.<String, Integer>empty();
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.first()).isEmpty();
        assertThat(empty.countUpTo("a")).isZero();
        assertThat(empty.without("a")).isSameAs(empty);
        Iterator<?> nothing = empty.iterator();
        assertThat(nothing.hasNext()).isFalse();
        assertThatThrownBy(nothing::next).isInstanceOf(NoSuchElementException.class);
    }

    /// A weight-balanced tree with delta 3 leaves at most three quarters of its weight on one side.
    private static int deepest(int size) {
        return (int) Math.ceil(Math.log(size + 1) / Math.log(4.0 / 3)) + 1;
    }

    private static <K extends Comparable<K>, V> Map<K, V> asMap(Sorted<K, V> sorted) {
        var map = new LinkedHashMap<K, V>();
        for (var pair : sorted) {
            map.put(pair.key(), pair.value());
        }
        return map;
    }
}
