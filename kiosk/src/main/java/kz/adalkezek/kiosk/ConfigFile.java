package kz.adalkezek.kiosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.kiosk.print.Paper;
import kz.adalkezek.kiosk.print.SerialSettings;

/// Reads `kiosk.toml` as a whole: either a configuration, or every fault at once with its line and
/// what to do.
final class ConfigFile {

    /// What the configuration calls the simulated printer.
    static final String SIMULATED = "sim";

    private static final double MM_MIN = 1;
    private static final double MM_MAX = 40;
    private static final int TOKEN_MAX_CHARS = 200;

    private static final Map<String, Set<String>> KNOWN =
            Map.of(
                    "", Set.of("kiosk", "branch", "page", "printer"),
                    "kiosk", Set.of("id", "language", "clock", "data"),
                    "branch", Set.of("url", "tokenFile"),
                    "page", Set.of("host", "port", "mm"),
                    "printer", Set.of("device", "baud", "handshake", "paper"));

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
            return new ConfigFile(file, Files.readString(file)).config();
        } catch (IOException e) {
            throw new ConfigException(
                    file, List.of("it could not be read (" + e + "); check path and rights"));
        }
    }

    private Config config() {
        KNOWN.keySet().forEach(this::onlyKnown);
        var id = text("kiosk", "id", "[a-z0-9-]{1,40}", "write the kiosk's name, such as \"k1\"");
        var language = text("kiosk", "language", "kk|ru|en", "write \"kk\", \"ru\" or \"en\"");
        boolean branchTime = branchTime();
        var data = path("kiosk", "data");
        var branch =
                text(
                        "branch",
                        "url",
                        "https?://[^/\\s?#]+(/[^\\s#?]*[^/\\s#?])?",
                        "write https://host without a slash at the end");
        var token = token();
        var host =
                text(
                        "page",
                        "host",
                        "localhost|127\\.0\\.0\\.1",
                        "write \"127.0.0.1\": the page is for this machine alone");
        int port = number("page", "port", 0, Config.PORT_MAX);
        var mm = mm();
        var device =
                text("printer", "device", "sim|/.+", "write \"sim\" or a device such as /dev/lp");
        int baud =
                number("printer", "baud", SerialSettings.SLOWEST_BAUD, SerialSettings.FASTEST_BAUD);
        boolean handshake = truth("printer", "handshake");
        var paper = paper();
        if (!faults.isEmpty()) {
            throw new ConfigException(file, faults);
        }
        return new Config(
                id,
                Language.valueOf(language.toUpperCase(Locale.ROOT)),
                branchTime,
                data,
                URI.create(branch),
                token,
                host,
                port,
                mm,
                device.equals(SIMULATED) ? Optional.empty() : Optional.of(device),
                baud,
                handshake,
                paper);
    }

    /// Every real kiosk has the machine's time; a branch that is played has another.
    private boolean branchTime() {
        return root.path("kiosk").has("clock")
                && text("kiosk", "clock", "machine|branch", "write \"machine\" or \"branch\"")
                        .equals("branch");
    }

    private void onlyKnown(String section) {
        var table = section.isEmpty() ? root : root.path(section);
        var unknown = new TreeSet<String>();
        table.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN.get(section));
        for (var key : unknown) {
            fault(section, key, "nobody knows this key; known are " + KNOWN.get(section));
        }
    }

    private String text(String section, String key, String form, String remedy) {
        var node = root.path(section).path(key);
        if (!node.isTextual() || !node.asText().matches(form)) {
            fault(section, key, remedy);
            return "";
        }
        return node.asText();
    }

    private int number(String section, String key, int min, int max) {
        var node = root.path(section).path(key);
        if (!node.isInt() || node.asInt() < min || node.asInt() > max) {
            fault(section, key, "write a number from " + min + " to " + max);
        }
        return node.asInt();
    }

    private boolean truth(String section, String key) {
        var node = root.path(section).path(key);
        if (!node.isBoolean()) {
            fault(section, key, "write true or false");
        }
        return node.asBoolean();
    }

    private Optional<Double> mm() {
        var node = root.path("page").path("mm");
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isNumber() || node.asDouble() < MM_MIN || node.asDouble() > MM_MAX) {
            fault("page", "mm", "write the CSS pixels a millimetre of this screen, 1 to 40");
        }
        return Optional.of(node.asDouble());
    }

    private Paper paper() {
        return switch (root.path("printer").path("paper").asInt(0)) {
            case 80 -> Paper.MM_80;
            case 58 -> Paper.MM_58;
            default -> {
                fault("printer", "paper", "write 80 or 58, the width of the roll in millimetres");
                yield Paper.MM_80;
            }
        };
    }

    private Path path(String section, String key) {
        var text = text(section, key, "[^\\x00]+", "write a path");
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of(text) : folder.resolve(text).normalize();
    }

    private String token() {
        var at = path("branch", "tokenFile");
        if (Files.isDirectory(at)) {
            // Nothing was written, which is said already, or a folder.
            fault("branch", "tokenFile", "write the path of the file with this kiosk's token");
            return "";
        }
        try {
            var token = Files.readString(at).strip();
            if (token.length() <= TOKEN_MAX_CHARS && token.matches("[\\x21-\\x7E]+")) {
                return token;
            }
            fault("branch", "tokenFile", at + " holds no token; pair the kiosk and write it there");
        } catch (IOException e) {
            fault("branch", "tokenFile", at + " could not be read; check path and rights");
        }
        return "";
    }

    private void fault(String section, String key, String remedy) {
        var name = section.isEmpty() ? key : section + "." + key;
        var said = line(section, key) + name + ": " + remedy;
        if (faults.stream().noneMatch(other -> other.contains(name + ": "))) {
            faults.add(said);
        }
    }

    /// Where the key stands, if it does: below the heading of its section.
    private String line(String section, String key) {
        boolean inSection = section.isEmpty();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.startsWith("[")) {
                inSection = line.equals("[" + section + "]");
            }
            boolean isKey = inSection && line.matches(Pattern.quote(key) + "\\s*=.*");
            if (isKey || (section.isEmpty() && line.equals("[" + key + "]"))) {
                return "line " + (i + 1) + ": ";
            }
        }
        return "";
    }
}
