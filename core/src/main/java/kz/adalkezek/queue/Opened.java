package kz.adalkezek.queue;

import java.util.Map;
import java.util.TreeMap;

/// How often each service, language and ground was chosen on a day: counted by the branch from what
/// the log only commits to. Counts under [#SMALLEST] are merged, so that no person stands out.
public record Opened(
        Map<String, Integer> services,
        Map<String, Integer> languages,
        Map<String, Integer> grounds) {

    public static final int SMALLEST = 5;
    public static final String MERGED = "other";

    public static final Opened NONE = new Opened(Map.of(), Map.of(), Map.of());

    public Opened {
        services = Map.copyOf(services);
        languages = Map.copyOf(languages);
        grounds = Map.copyOf(grounds);
    }

    /// All of it as it may be published; merged again it stays the same.
    Opened merged() {
        return new Opened(merged(services), merged(languages), merged(grounds));
    }

    /// The counts as they may be published.
    public static Map<String, Integer> merged(Map<String, Integer> counts) {
        var published = new TreeMap<String, Integer>();
        counts.forEach((key, n) -> published.merge(n < SMALLEST ? MERGED : key, n, Integer::sum));
        return published;
    }
}
