package kz.adalkezek.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// `docs/events.md` as the tests read it: by type, the example leaves and the members of the table;
/// and the names that are reserved.
final class EventPage {

    private static final Path FILE = Path.of("..", "docs", "events.md");
    private static final Pattern HEADING = Pattern.compile("### `([a-z.-]+)`");
    private static final Pattern MEMBER = Pattern.compile("\\| `([A-Za-z]+)` \\|.*");
    private static final Pattern NAME = Pattern.compile("`([a-z.-]+)`");

    private final Map<String, List<String>> examples = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Set<String> reserved = new LinkedHashSet<>();

    EventPage() {
        var type = "";
        boolean example = false;
        boolean names = false;
        for (var line : lines()) {
            var heading = HEADING.matcher(line);
            var member = MEMBER.matcher(line);
            if (heading.matches()) {
                type = heading.group(1);
                examples.put(type, new ArrayList<>());
                members.put(type, new LinkedHashSet<>());
            } else if (line.equals("## Reserved")) {
                names = true;
            } else if (line.startsWith("Members that later forms")) {
                names = false;
            } else if (line.startsWith("```")) {
                example = line.equals("```json");
            } else if (example) {
                examples(type).add(line);
            } else if (member.matches() && examples.containsKey(type) && examples(type).isEmpty()) {
                members(type).add(member.group(1));
            } else if (names) {
                NAME.matcher(line).results().forEach(name -> reserved.add(name.group(1)));
            }
        }
    }

    Set<String> types() {
        return examples.keySet();
    }

    List<String> examples() {
        return examples.values().stream().flatMap(List::stream).toList();
    }

    List<String> examples(String type) {
        return examples.getOrDefault(type, List.of());
    }

    Set<String> members(String type) {
        return members.getOrDefault(type, Set.of());
    }

    Set<String> reserved() {
        return reserved;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
