package kz.adalkezek.server.files;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kz.adalkezek.log.Checkpoint;

/// What `branch.toml` says.
final class BranchToml {

    static final int CODE_MAX_CHARS = 40;
    static final int PATH_MAX_CHARS = 1_000;

    private final Path file;
    private final Part root;
    private final Floor floor;
    private final Config config;

    private BranchToml(Path file, Part root) {
        this.file = file;
        this.root = root;
        this.floor = new Floor(root);
        this.config = read();
    }

    static BranchToml read(Located file, Errata errata) {
        return new BranchToml(file.file(), Part.of(file, errata));
    }

    /// What the file says; something harmless in the place of each fault.
    Config config() {
        return config;
    }

    /// The halls, and what stands in them.
    Floor floor() {
        return floor;
    }

    private Config read() {
        root.only(
                Set.of(
                        "branch",
                        "server",
                        "data",
                        "rules",
                        "hall",
                        "counter",
                        "board",
                        "schedule",
                        "day",
                        "voice"));
        var branch = root.part("branch");
        branch.only(Set.of("code", "name", "origin", "zone", "publicUrl"));
        var server = root.part("server");
        server.only(Set.of("host", "port"));
        var data = root.part("data");
        data.only(Set.of("dir", "signed"));
        var rules = root.part("rules");
        rules.only(Set.of("policy", "catalogue"));
        var zone = branch.value("zone", CODE_MAX_CHARS, BranchToml::zone).orElse(ZoneOffset.UTC);
        return new Config(
                branch.text("code", CODE_MAX_CHARS, "write a short name such as \"ALM-01\""),
                Texts.named(branch),
                text(
                        branch,
                        "origin",
                        Checkpoint::isOrigin,
                        "write the log's address without scheme, without spaces and `+`"),
                zone,
                branch.value("publicUrl", Texts.NAME_MAX_CHARS, BranchToml::url)
                        .orElse(URI.create("")),
                server.text("host", Texts.NAME_MAX_CHARS, "write the address to listen on"),
                server.number("port", 0, Config.PORT_MAX),
                path(data, "dir"),
                path(data, "signed"),
                path(rules, "policy"),
                path(rules, "catalogue"),
                floor.halls(),
                floor.counters(),
                floor.boards(),
                Timetable.read(root, zone),
                clips());
    }

    private Optional<Path> clips() {
        if (!root.has("voice")) {
            return Optional.empty();
        }
        var voice = root.part("voice");
        voice.only(Set.of("clips"));
        return Optional.of(path(voice, "clips"));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write a zone such as \"Asia/Almaty\"", e);
        }
    }

    private static URI url(String text) {
        var remedy = "write https://host without a slash at the end";
        try {
            return URI.create(
                    required(
                            text,
                            url -> url.matches("https?://[^/\\s]+(/[^\\s#?]*[^/\\s#?])?"),
                            remedy));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(remedy, e);
        }
    }

    private static String text(Part part, String key, Predicate<String> good, String remedy) {
        return part.value(key, Texts.NAME_MAX_CHARS, text -> required(text, good, remedy))
                .orElse("");
    }

    private static String required(String text, Predicate<String> good, String remedy) {
        if (!good.test(text)) {
            throw new IllegalArgumentException(remedy);
        }
        return text;
    }

    /// Relative to the folder of the file.
    private Path path(Part part, String key) {
        var text = part.text(key, PATH_MAX_CHARS, "write a path");
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of(text) : folder.resolve(text).normalize();
    }
}
