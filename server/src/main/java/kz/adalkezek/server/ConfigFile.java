package kz.adalkezek.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.server.desk.DeskGroups;

/// Reads `branch.toml` as a whole: either a configuration, or every fault at once with its line and
/// what to do.
final class ConfigFile {

    private static final Map<String, Set<String>> KNOWN =
            Map.of(
                    "", Set.of("branch", "server", "data", "rules", "counter"),
                    "branch", Set.of("code", "name", "origin", "zone", "publicUrl"),
                    "branch.name", Set.of("kk", "ru", "en"),
                    "server", Set.of("host", "port"),
                    "data", Set.of("dir", "signed"),
                    "rules", Set.of("policy", "catalogue"),
                    "counter", Set.of("number", "hall", "primary", "secondary"));

    private final Path file;
    private final List<String> lines;
    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();

    private ConfigFile(Path file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
        try {
            this.root = new TomlMapper().readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var line = at == null ? "" : "line " + at.getLineNr() + ": ";
            throw new ConfigException(file, List.of(line + e.getOriginalMessage()));
        }
    }

    /// @throws ConfigException naming every fault
    static Config read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException(
                    file, List.of("it could not be read (" + e + "); check path and rights"));
        }
    }

    /// @param file of which this is the text; its paths are relative to the file's folder
    /// @throws ConfigException naming every fault
    static Config parse(Path file, String text) {
        return new ConfigFile(file, text).config();
    }

    private Config config() {
        KNOWN.keySet().forEach(this::onlyKnown);
        var name = new LinkedHashMap<String, String>();
        for (var language : List.of("kk", "ru", "en")) {
            name.put(language, text("branch.name", language, _ -> true, "write the name"));
        }
        var origin =
                text(
                        "branch",
                        "origin",
                        Checkpoint::isOrigin,
                        "write the log's address without scheme, without spaces and `+`");
        var code = text("branch", "code", c -> c.length() <= 40, "write at most 40 characters");
        var zone = zone();
        var publicUrl = publicUrl();
        var host = text("server", "host", _ -> true, "write the address to listen on");
        int port = port();
        var data = path("data", "dir");
        var signed = path("data", "signed");
        var policy = path("rules", "policy");
        var catalogue = path("rules", "catalogue");
        var counters = counters();
        if (!faults.isEmpty()) {
            throw new ConfigException(file, faults);
        }
        return new Config(
                code, name, origin, zone, publicUrl, host, port, data, signed, policy, catalogue,
                counters);
    }

    private void onlyKnown(String section) {
        for (var table : tables(section)) {
            var unknown = new TreeSet<String>();
            table.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(KNOWN.get(section));
            for (var key : unknown) {
                fault(section, key, "nobody knows this key; known are " + KNOWN.get(section));
            }
        }
    }

    private List<JsonNode> tables(String section) {
        var node = section.isEmpty() ? root : at(section);
        if (node.isArray()) {
            var all = new ArrayList<JsonNode>();
            node.forEach(all::add);
            return all;
        }
        return node.isObject() ? List.of(node) : List.of();
    }

    private JsonNode at(String section) {
        return root.at("/" + section.replace('.', '/'));
    }

    private String text(String section, String key, Predicate<String> good, String remedy) {
        var node = at(section).path(key);
        if (!node.isTextual() || node.asText().isBlank() || !good.test(node.asText())) {
            fault(section, key, remedy);
            return "";
        }
        return node.asText();
    }

    private ZoneId zone() {
        var text = text("branch", "zone", _ -> true, "write a zone such as \"Asia/Almaty\"");
        try {
            return ZoneId.of(text.isEmpty() ? "UTC" : text);
        } catch (DateTimeException e) {
            fault("branch", "zone", "there is no such zone; write one such as \"Asia/Almaty\"");
            return ZoneId.of("UTC");
        }
    }

    private URI publicUrl() {
        var text =
                text(
                        "branch",
                        "publicUrl",
                        url -> url.matches("https?://[^/\\s]+(/[^\\s#?]*[^/\\s#?])?"),
                        "write https://host without a slash at the end");
        return URI.create(text);
    }

    private int port() {
        var node = at("server").path("port");
        if (!node.isInt() || node.asInt() < 0 || node.asInt() > Config.PORT_MAX) {
            fault("server", "port", "write a number from 0 to 65535");
        }
        return node.asInt();
    }

    private Path path(String section, String key) {
        var text = text(section, key, t -> t.indexOf('\0') < 0, "write a path");
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of(text) : folder.resolve(text).normalize();
    }

    private List<Config.Counter> counters() {
        var counters = new ArrayList<Config.Counter>();
        var seen = new TreeSet<Integer>();
        for (var table : tables("counter")) {
            int number = table.path("number").asInt(0);
            if (number < 1 || number > DeskId.LAST_COUNTER || !seen.add(number)) {
                fault("counter", "number", "write each number from 1 to 999 once");
                continue;
            }
            var which = "of counter " + number;
            var hall = value(table.path("hall").asText(), Code::new, "hall", which);
            var groups =
                    new DeskGroups(
                            groups(table, "primary", which), groups(table, "secondary", which));
            counters.add(new Config.Counter(new DeskId(number), hall.orElse(Code.NONE), groups));
        }
        if (counters.isEmpty()) {
            faults.add("[[counter]]: a branch has at least one counter; add one");
        }
        return counters;
    }

    private List<GroupCode> groups(JsonNode table, String key, String which) {
        var groups = new ArrayList<GroupCode>();
        for (var element : table.path(key)) {
            value(element.asText(), GroupCode::new, key, which).ifPresent(groups::add);
        }
        return groups;
    }

    private <T> Optional<T> value(
            String text, Function<String, T> parse, String key, String which) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            fault("counter", key, which + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void fault(String section, String key, String remedy) {
        var name = section.isEmpty() ? key : section + "." + key;
        faults.add(line(section, key) + name + ": " + remedy);
    }

    /// Where the key stands, if it does: below the heading of its section.
    private String line(String section, String key) {
        boolean inSection = section.isEmpty();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.startsWith("[")) {
                inSection = line.equals("[" + section + "]") || line.equals("[[" + section + "]]");
            } else if (inSection && line.matches(Pattern.quote(key) + "\\s*=.*")) {
                return "line " + (i + 1) + ": ";
            }
        }
        return "";
    }
}
