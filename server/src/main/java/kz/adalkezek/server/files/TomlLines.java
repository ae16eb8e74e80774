package kz.adalkezek.server.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a TOML file for its values, and finds the lines of its headings and keys. The reader of
/// the values does not tell them.
final class TomlLines {

    private static final TomlMapper TOML = new TomlMapper();
    private static final Pattern HEADING =
            Pattern.compile("\\[\\s*([A-Za-z0-9_.-]+)\\s*]\\s*(#.*)?");
    private static final Pattern ONE_OF_MANY =
            Pattern.compile("\\[\\[\\s*([A-Za-z0-9_.-]+)\\s*]]\\s*(#.*)?");
    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_.-]+)\\s*=.*");

    private final Map<String, Integer> lines = new HashMap<>();

    /// How many tables of one name there were so far, by path.
    private final Map<String, Integer> tables = new HashMap<>();

    private TomlLines() {}

    static Located read(Path file, String text, Errata errata) {
        try {
            var root = TOML.readTree(text);
            return new Located(file, root, new TomlLines().lines(text));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            errata.fault(
                    file,
                    at == null ? 1 : at.getLineNr(),
                    "",
                    "this is not TOML (" + e.getOriginalMessage() + ")",
                    "look at this line and the one before it");
            return Located.nothing(file);
        }
    }

    private Map<String, Integer> lines(String text) {
        var table = "";
        int number = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            number++;
            var many = ONE_OF_MANY.matcher(line);
            var heading = HEADING.matcher(line);
            var key = KEY.matcher(line);
            if (many.matches()) {
                var list = path(many.group(1));
                int place = tables.merge(list, 1, Integer::sum) - 1;
                table = list + "/" + place;
                lines.putIfAbsent(list, number);
                lines.put(table, number);
            } else if (heading.matches()) {
                table = path(heading.group(1));
                lines.put(table, number);
            } else if (key.matches()) {
                lines.putIfAbsent(table + "/" + key.group(1).replace('.', '/'), number);
            }
        }
        return lines;
    }

    /// A heading below one of many tables belongs to the last of them.
    private String path(String heading) {
        var path = new StringBuilder();
        var names = heading.split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            path.append('/').append(names[i]);
            var many = tables.get(path.toString());
            if (many != null && i < names.length - 1) {
                path.append('/').append(many - 1);
            }
        }
        return path.toString();
    }
}
