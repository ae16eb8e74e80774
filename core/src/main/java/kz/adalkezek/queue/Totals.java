package kz.adalkezek.queue;

/// What a day came to, as far as the log alone tells it. A verifier counts the same.
public record Totals(
        Sorted<GroupCode, Integer> issuedByGroup,
        Sorted<GroupCode, Integer> servedByGroup,
        Sorted<String, Integer> issuedBy,
        Sorted<DeskId, Integer> calledAt,
        Sorted<DeskId, Integer> servedAt) {

    public static final Totals NONE =
            new Totals(
                    Sorted.empty(), Sorted.empty(), Sorted.empty(), Sorted.empty(), Sorted.empty());

    Totals issued(Actor by, GroupCode group) {
        return new Totals(
                plus(issuedByGroup, group, 1),
                servedByGroup,
                // Operators are counted together: a total must not follow one person.
                plus(issuedBy, by instanceof Actor.Device ? by.name() : "desks", 1),
                calledAt,
                servedAt);
    }

    Totals called(DeskId desk, int count) {
        return new Totals(
                issuedByGroup, servedByGroup, issuedBy, plus(calledAt, desk, count), servedAt);
    }

    Totals served(DeskId desk, GroupCode group, int count) {
        return new Totals(
                issuedByGroup,
                plus(servedByGroup, group, count),
                issuedBy,
                calledAt,
                plus(servedAt, desk, count));
    }

    private static <K extends Comparable<K>> Sorted<K, Integer> plus(
            Sorted<K, Integer> counts, K key, int count) {
        int sum = counts.get(key).orElse(0) + count;
        // What an undo has taken back altogether leaves no trace in the totals.
        return sum == 0 ? counts.without(key) : counts.put(key, sum);
    }
}
