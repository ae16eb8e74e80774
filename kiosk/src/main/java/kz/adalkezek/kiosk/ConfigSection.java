package kz.adalkezek.kiosk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One table of `kiosk.toml`, asked for its keys one by one. What is wrong becomes a fault with
/// line and remedy, and the asking goes on with a harmless value, so that all faults are found at
/// once. A key that nobody asks for is a fault, too.
final class ConfigSection {

    private final ConfigFile file;
    private final String name;
    private final JsonNode table;
    private final Set<String> asked = new TreeSet<>();

    /// @param name empty for what stands above all tables
    ConfigSection(ConfigFile file, String name, JsonNode table) {
        this.file = file;
        this.name = name;
        this.table = table;
    }

    boolean has(String key) {
        asked.add(key);
        return table.has(key);
    }

    /// @param form a regular expression for the whole text
    /// @return the empty text if it is not there or not of that form
    String text(String key, String form, String remedy) {
        var node = node(key);
        if (!node.isTextual() || !node.asText().matches(form)) {
            fault(key, remedy);
            return "";
        }
        return node.asText();
    }

    /// One of a few words.
    ///
    /// @param otherwise what to go on with if it is none of them
    <T> T word(String key, Map<String, T> words, T otherwise, String remedy) {
        var node = node(key);
        if (node.isTextual() && words.containsKey(node.asText())) {
            return words.get(node.asText());
        }
        fault(key, remedy);
        return otherwise;
    }

    /// A table of texts, in the order of the file; empty if it is none.
    Map<String, String> texts(String key, String remedy) {
        var texts = new LinkedHashMap<String, String>();
        var node = node(key);
        for (var member : node.properties()) {
            if (member.getValue().isTextual()) {
                texts.put(member.getKey(), member.getValue().textValue());
            }
        }
        if (!node.isObject() || texts.size() != node.size()) {
            fault(key, remedy);
        }
        return texts;
    }

    /// A list of texts, each of that form; empty if it is none.
    List<String> list(String key, String form, int max, String remedy) {
        var texts = new ArrayList<String>();
        var node = node(key);
        for (var element : node) {
            if (element.isTextual() && element.textValue().matches(form)) {
                texts.add(element.textValue());
            }
        }
        if (!node.isArray() || node.size() > max || texts.size() != node.size()) {
            fault(key, remedy);
            return List.of();
        }
        return texts;
    }

    int number(String key, int min, int max) {
        var node = node(key);
        if (!node.isInt() || node.asInt() < min || node.asInt() > max) {
            fault(key, "write a number from " + min + " to " + max);
        }
        return node.asInt();
    }

    double decimal(String key, double min, double max, String remedy) {
        var node = node(key);
        if (!node.isNumber() || node.asDouble() < min || node.asDouble() > max) {
            fault(key, remedy);
        }
        return node.asDouble();
    }

    boolean truth(String key) {
        var node = node(key);
        if (!node.isBoolean()) {
            fault(key, "write true or false");
        }
        return node.asBoolean();
    }

    /// Whole numbers by name, such as `{ CP866 = 17 }`.
    Map<String, Integer> numbers(String key, Set<String> names, int min, int max) {
        var node = node(key);
        var numbers = new LinkedHashMap<String, Integer>();
        for (var member : node.properties()) {
            var value = member.getValue();
            if (names.contains(member.getKey())
                    && value.isInt()
                    && value.asInt() >= min
                    && value.asInt() <= max) {
                numbers.put(member.getKey(), value.asInt());
            } else {
                fault(
                        key,
                        member.getKey()
                                + ": write numbers from %d to %d for ".formatted(min, max)
                                + names);
            }
        }
        if (!node.isObject()) {
            fault(key, "write { }, or numbers by name");
        }
        return numbers;
    }

    /// @return an empty list if it is not there or holds something else
    List<String> list(String key, String form, String remedy) {
        var node = node(key);
        var texts = new ArrayList<String>();
        for (var text : node) {
            texts.add(text.isTextual() && text.asText().matches(form) ? text.asText() : "");
        }
        if (!node.isArray() || texts.contains("")) {
            fault(key, remedy);
            return List.of();
        }
        return texts;
    }

    /// The keys that stand here.
    List<String> names() {
        var names = new ArrayList<String>();
        table.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// A path, relative to the folder of the file.
    Path path(String key) {
        return file.resolve(text(key, "[^\\x00]+", "write a path"));
    }

    void fault(String key, String remedy) {
        file.fault(line(key), name.isEmpty() ? key : name + "." + key, remedy);
    }

    /// To be called when everything was asked for.
    void refuseUnknownKeys() {
        var unknown = new TreeSet<String>();
        table.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(asked);
        for (var key : unknown) {
            fault(key, "nobody knows this key; known are " + asked);
        }
    }

    private JsonNode node(String key) {
        asked.add(key);
        return table.path(key);
    }

    /// Where the key stands, if it does: below the heading of its section.
    private String line(String key) {
        List<String> lines = file.lines();
        boolean inSection = name.isEmpty();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.startsWith("[")) {
                inSection = line.equals("[" + name + "]");
            }
            boolean isKey = inSection && line.matches(Pattern.quote(key) + "\\s*=.*");
            if (isKey || (name.isEmpty() && line.equals("[" + key + "]"))) {
                return "line " + (i + 1) + ": ";
            }
        }
        return "";
    }
}
