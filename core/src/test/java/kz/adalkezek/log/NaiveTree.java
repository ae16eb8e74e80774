package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// RFC 6962 section 2.1 written out a second time as its text states it: recursive, over all
/// leaves, with a digest of its own, so that one mistake cannot hide in both.
final class NaiveTree implements TreeHashes {

    private final List<byte[]> entries;

    private NaiveTree(List<byte[]> entries) {
        this.entries = entries;
    }

    static NaiveTree ofSize(int size) {
        return new NaiveTree(
                IntStream.range(0, size).mapToObj(i -> ("event " + i).getBytes(UTF_8)).toList());
    }

    static NaiveTree of(List<byte[]> entries) {
        return new NaiveTree(entries);
    }

    int size() {
        return entries.size();
    }

    Hash leaf(int index) {
        return sha256(new byte[] {0x00}, entries.get(index));
    }

    Hash root() {
        return mth(entries);
    }

    Hash root(int size) {
        return mth(entries.subList(0, size));
    }

    /// `PATH(m, D[n])` of section 2.1.1.
    List<Hash> path(int m, int size) {
        return path(m, entries.subList(0, size));
    }

    /// `PROOF(m, D[n])` of section 2.1.2.
    List<Hash> proof(int m, int size) {
        return subproof(m, entries.subList(0, size), true);
    }

    @Override
    public Hash at(int level, long number) {
        int leaves = 1 << level;
        int from = Math.toIntExact(number * leaves);
        return mth(entries.subList(from, from + leaves));
    }

    private static Hash mth(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return sha256();
        }
        if (n == 1) {
            return sha256(new byte[] {0x00}, d.getFirst());
        }
        int k = largestPowerOfTwoBelow(n);
        return sha256(
                new byte[] {0x01}, mth(d.subList(0, k)).bytes(), mth(d.subList(k, n)).bytes());
    }

    private static List<Hash> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = largestPowerOfTwoBelow(n);
        return m < k
                ? plus(path(m, d.subList(0, k)), mth(d.subList(k, n)))
                : plus(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(mth(d));
        }
        int k = largestPowerOfTwoBelow(n);
        return m <= k
                ? plus(subproof(m, d.subList(0, k), b), mth(d.subList(k, n)))
                : plus(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    private static int largestPowerOfTwoBelow(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> plus(List<Hash> hashes, Hash last) {
        var longer = new ArrayList<>(hashes);
        longer.add(last);
        return longer;
    }

    private static Hash sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Hash.fromBytes(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
