package kz.adalkezek.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// How often each service, language and ground was chosen on a day: counted by the branch from what
/// the log only commits to. Counts under [#SMALLEST] are merged, so that no person stands out.
///
/// @param people how many visits were of two, three and more people, by that number
public record Opened(
        Map<String, Integer> services,
        Map<String, Integer> languages,
        Map<String, Integer> grounds,
        Map<String, Integer> people) {

    public static final int SMALLEST = 5;
    public static final String MERGED = "other";

    /// How many are counted by name; with more, the rarest are merged too.
    public static final int NAMED_MAX = 100;

    public static final Opened NONE = new Opened(Map.of(), Map.of(), Map.of());

    /// Of a day on which everybody came alone.
    public Opened(
            Map<String, Integer> services,
            Map<String, Integer> languages,
            Map<String, Integer> grounds) {
        this(services, languages, grounds, Map.of());
    }

    public Opened {
        people = Map.copyOf(people);
        services = Map.copyOf(services);
        languages = Map.copyOf(languages);
        grounds = Map.copyOf(grounds);
    }

    /// All of it as it may be published; merged again it stays the same.
    Opened merged() {
        return new Opened(merged(services), merged(languages), merged(grounds), merged(people));
    }

    /// The counts as they may be published, and as one entry can hold them.
    public static Map<String, Integer> merged(Map<String, Integer> counts) {
        var largestFirst = new ArrayList<>(counts.entrySet());
        largestFirst.sort(
                Comparator.comparing((Map.Entry<String, Integer> count) -> -count.getValue())
                        .thenComparing(Map.Entry::getKey));
        var published = new TreeMap<String, Integer>();
        int named = 0;
        for (var count : largestFirst) {
            boolean other = count.getKey().equals(MERGED) || count.getValue() < SMALLEST;
            if (other || named == NAMED_MAX) {
                published.merge(MERGED, count.getValue(), Integer::sum);
            } else {
                published.put(count.getKey(), count.getValue());
                named++;
            }
        }
        return published;
    }
}
