package kz.adalkezek.server.play;

import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.queue.Opened;

/// What the branch alone can tell of a day: how often each service, language and ground was chosen,
/// and how many came together.
final class Totals {

    private final Map<String, Integer> services = new TreeMap<>();
    private final Map<String, Integer> languages = new TreeMap<>();
    private final Map<String, Integer> grounds = new TreeMap<>();

    private final Map<String, Integer> people = new TreeMap<>();

    void taken(World.Wanted wanted) {
        wanted.services().forEach(code -> services.merge(code, 1, Integer::sum));
        languages.merge(wanted.language(), 1, Integer::sum);
        grounds.merge(wanted.ground().isEmpty() ? "none" : wanted.ground(), 1, Integer::sum);
        if (wanted.people() > 1) {
            people.merge(Integer.toString(wanted.people()), 1, Integer::sum);
        }
    }

    Opened opened() {
        return new Opened(
                Opened.merged(services),
                Opened.merged(languages),
                Opened.merged(grounds),
                Opened.merged(people));
    }
}
