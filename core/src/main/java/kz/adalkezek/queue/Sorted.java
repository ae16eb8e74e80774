package kz.adalkezek.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A sorted map that never changes: `put` and `without` answer a new map that shares all but one
/// path with the old one. So a state of the queue can be kept, compared and read by any thread
/// while the writer goes on, at O(log n) a change; and counting up to a key is O(log n) as well,
/// which the choice needs and no collection of the JDK offers.
///
/// A weight-balanced tree with the parameters (3, 2) of Hirai and Yamamoto, "Balancing
/// weight-balanced trees", Journal of Functional Programming 21 (3), 2011.
public final class Sorted<K extends Comparable<K>, V> implements Iterable<Sorted.Pair<K, V>> {

    private static final int DELTA = 3;
    private static final int GAMMA = 2;

    public record Pair<K, V>(K key, V value) {}

    private record Node<K, V>(
            K key, V value, int size, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {}

    private final @Nullable Node<K, V> root;

    private Sorted(@Nullable Node<K, V> root) {
        this.root = root;
    }

    public static <K extends Comparable<K>, V> Sorted<K, V> empty() {
        return new Sorted<>(null);
    }

    public int size() {
        return size(root);
    }

    public boolean isEmpty() {
        return root == null;
    }

    public Optional<V> get(K key) {
        var node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    public boolean has(K key) {
        return get(key).isPresent();
    }

    public Sorted<K, V> put(K key, V value) {
        return new Sorted<>(put(root, key, value));
    }

    public Sorted<K, V> without(K key) {
        return has(key) ? new Sorted<>(without(root, key)) : this;
    }

    public Optional<Pair<K, V>> first() {
        var walk = iterator();
        return walk.hasNext() ? Optional.of(walk.next()) : Optional.empty();
    }

    /// How many keys are smaller than the key or equal to it.
    public int countUpTo(K key) {
        int count = 0;
        var node = root;
        while (node != null) {
            if (key.compareTo(node.key) < 0) {
                node = node.left;
            } else {
                count += size(node.left) + 1;
                node = node.right;
            }
        }
        return count;
    }

    /// How many pairs stand on the longest path from the root: what an operation costs at most.
    int depth() {
        return depth(root);
    }

    private static int depth(@Nullable Node<?, ?> node) {
        return node == null ? 0 : 1 + Math.max(depth(node.left), depth(node.right));
    }

    /// In the order of the keys.
    @Override
    public Iterator<Pair<K, V>> iterator() {
        return new Walk<>(root);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Sorted<?, ?> that) || that.size() != size()) {
            return false;
        }
        var one = iterator();
        var two = that.iterator();
        while (one.hasNext()) {
            if (!one.next().equals(two.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (var pair : this) {
            hash = 31 * hash + pair.hashCode();
        }
        return hash;
    }

    private static final class Walk<K, V> implements Iterator<Pair<K, V>> {

        private final Deque<Node<K, V>> path = new ArrayDeque<>();

        Walk(@Nullable Node<K, V> root) {
            descend(root);
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Pair<K, V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            var node = path.pop();
            descend(node.right);
            return new Pair<>(node.key, node.value);
        }

        private void descend(@Nullable Node<K, V> from) {
            for (var node = from; node != null; node = node.left) {
                path.push(node);
            }
        }
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static <K, V> Node<K, V> node(
            K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(key, value, size(left) + size(right) + 1, left, right);
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(
            @Nullable Node<K, V> at, K key, V value) {
        if (at == null) {
            return node(key, value, null, null);
        }
        int order = key.compareTo(at.key);
        if (order == 0) {
            return new Node<>(key, value, at.size, at.left, at.right);
        }
        return order < 0
                ? balanced(at, put(at.left, key, value), at.right)
                : balanced(at, at.left, put(at.right, key, value));
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> without(
            @Nullable Node<K, V> at, K key) {
        if (at == null) {
            return null;
        }
        int order = key.compareTo(at.key);
        if (order < 0) {
            return balanced(at, without(at.left, key), at.right);
        }
        if (order > 0) {
            return balanced(at, at.left, without(at.right, key));
        }
        if (at.left == null || at.right == null) {
            return at.left == null ? at.right : at.left;
        }
        var next = at.right;
        while (next.left != null) {
            next = next.left;
        }
        return balanced(next, at.left, without(at.right, next.key));
    }

    /// A node with the key of `at` over two balanced trees of which one has changed by one key.
    private static <K, V> Node<K, V> balanced(
            Node<K, V> at, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (right != null && heavier(right, left)) {
            return leftTurned(at, left, right);
        }
        if (left != null && heavier(left, right)) {
            return rightTurned(at, left, right);
        }
        return node(at.key, at.value, left, right);
    }

    private static boolean heavier(@Nullable Node<?, ?> one, @Nullable Node<?, ?> other) {
        return DELTA * (size(other) + 1) < size(one) + 1;
    }

    private static boolean single(@Nullable Node<?, ?> inner, @Nullable Node<?, ?> outer) {
        return size(inner) + 1 < GAMMA * (size(outer) + 1);
    }

    private static <K, V> Node<K, V> leftTurned(
            Node<K, V> at, @Nullable Node<K, V> left, Node<K, V> right) {
        var inner = right.left;
        if (inner == null || single(inner, right.right)) {
            return node(right.key, right.value, node(at.key, at.value, left, inner), right.right);
        }
        return node(
                inner.key,
                inner.value,
                node(at.key, at.value, left, inner.left),
                node(right.key, right.value, inner.right, right.right));
    }

    private static <K, V> Node<K, V> rightTurned(
            Node<K, V> at, Node<K, V> left, @Nullable Node<K, V> right) {
        var inner = left.right;
        if (inner == null || single(inner, left.left)) {
            return node(left.key, left.value, left.left, node(at.key, at.value, inner, right));
        }
        return node(
                inner.key,
                inner.value,
                node(left.key, left.value, left.left, inner.left),
                node(at.key, at.value, inner.right, right));
    }
}
