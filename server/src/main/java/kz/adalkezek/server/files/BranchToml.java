package kz.adalkezek.server.files;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.GroupCode;

/// What `branch.toml` says.
final class BranchToml {

    static final int HALLS_MAX = 50;
    static final int BOARDS_MAX = 200;
    static final int GROUPS_MAX = 50;
    static final int CODE_MAX_CHARS = 40;
    static final int PATH_MAX_CHARS = 1_000;

    private final Path file;
    private final Part root;
    private final Map<Code, Part> halls = new LinkedHashMap<>();
    private final Map<Config.Counter, Part> counters = new LinkedHashMap<>();
    private final Config config;

    private BranchToml(Path file, Part root) {
        this.file = file;
        this.root = root;
        this.config = read();
    }

    static BranchToml read(Located file, Errata errata) {
        return new BranchToml(file.file(), Part.of(file, errata));
    }

    /// What the file says; something harmless in the place of each fault.
    Config config() {
        return config;
    }

    /// @param used groups in which there is a service
    void agree(Set<GroupCode> used) {
        counters.forEach((counter, part) -> {
            for (var key : List.of("primary", "secondary")) {
                var groups = key.equals("primary") ? counter.primary() : counter.secondary();
                var strange = new TreeSet<>(groups);
                strange.removeAll(used);
                if (!strange.isEmpty()) {
                    part.fault(
                            key,
                            "the catalogue has no service in " + strange,
                            "name groups that have one: " + new TreeSet<>(used));
                }
            }
        });
    }

    void remark() {
        var withBoard = new HashSet<Code>();
        config.boards().forEach(board -> withBoard.add(board.hall()));
        var withCounter = new HashSet<>(config.hallOfCounter().values());
        halls.forEach((code, hall) -> {
            if (!withCounter.contains(code)) {
                hall.remark("code", "no counter stands in this hall", "take the hall out");
            } else if (!withBoard.contains(code)) {
                hall.remark(
                        "code",
                        "this hall has no board, so its calls count unacknowledged, in public",
                        "add a [[board]]");
            }
        });
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
                        "day"));
        var branch = root.part("branch");
        branch.only(Set.of("code", "name", "origin", "zone", "publicUrl"));
        var server = root.part("server");
        server.only(Set.of("host", "port"));
        var data = root.part("data");
        data.only(Set.of("dir", "signed"));
        var rules = root.part("rules");
        rules.only(Set.of("policy", "catalogue"));
        var zone = branch.value("zone", CODE_MAX_CHARS, BranchToml::zone).orElse(ZoneOffset.UTC);
        // The halls before what stands in them.
        var rooms = halls();
        return new Config(
                branch.text("code", CODE_MAX_CHARS, "write a short name such as \"ALM-01\""),
                Texts.names(named(branch)),
                text(
                        branch,
                        "origin",
                        Checkpoint::isOrigin,
                        "write the log's address without scheme, without spaces and `+`"),
                zone,
                publicUrl(branch),
                server.text("host", Texts.NAME_MAX_CHARS, "write the address to listen on"),
                server.number("port", 0, Config.PORT_MAX),
                path(data, "dir"),
                path(data, "signed"),
                path(rules, "policy"),
                path(rules, "catalogue"),
                rooms,
                counters(),
                boards(),
                Timetable.read(root, zone));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write a zone such as \"Asia/Almaty\"", e);
        }
    }

    private static URI publicUrl(Part branch) {
        var url =
                text(
                        branch,
                        "publicUrl",
                        text -> text.matches("https?://[^/\\s]+(/[^\\s#?]*[^/\\s#?])?"),
                        "write https://host without a slash at the end");
        return URI.create(url);
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

    private List<Config.Hall> halls() {
        var read = new ArrayList<Config.Hall>();
        for (var hall : root.parts("hall", 1, HALLS_MAX)) {
            hall.only(Set.of("code", "name"));
            var code = code(hall, "code");
            var name = Texts.names(named(hall));
            code.ifPresent(known -> {
                if (halls.putIfAbsent(known, hall) != null) {
                    hall.fault("code", "stands twice", "give each hall a code of its own");
                }
            });
            read.add(new Config.Hall(code.orElse(Code.NONE), name));
        }
        return read;
    }

    private List<Config.Counter> counters() {
        var read = new ArrayList<Config.Counter>();
        var seen = new HashSet<Integer>();
        for (var counter : root.parts("counter", 1, DeskId.LAST_COUNTER)) {
            counter.only(Set.of("number", "hall", "primary", "secondary"));
            int number = counter.number("number", 1, DeskId.LAST_COUNTER);
            if (!seen.add(number)) {
                counter.fault("number", "stands twice", "give each counter a number of its own");
            }
            var one =
                    new Config.Counter(
                            new DeskId(number),
                            hall(counter),
                            groups(counter, "primary", 1),
                            groups(counter, "secondary", 0));
            read.add(one);
            counters.put(one, counter);
        }
        return read;
    }

    private List<Config.Board> boards() {
        var read = new ArrayList<Config.Board>();
        var seen = new HashSet<DeviceId>();
        for (var board : root.parts("board", 0, BOARDS_MAX)) {
            board.only(Set.of("id", "hall"));
            var id = board.value("id", CODE_MAX_CHARS, said(DeviceId::new));
            var hall = hall(board);
            if (id.isPresent() && !seen.add(id.get())) {
                board.fault("id", "stands twice", "give each board a name of its own");
            }
            id.ifPresent(device -> read.add(new Config.Board(device, hall)));
        }
        return read;
    }

    /// A hall that is listed.
    private Code hall(Part part) {
        var hall = code(part, "hall");
        if (hall.isPresent() && !halls.containsKey(hall.get())) {
            part.fault(
                    "hall",
                    "\"" + hall.get() + "\" is no hall of this branch",
                    "add a [[hall]] with this code, or name one of " + halls.keySet());
        }
        return hall.orElse(Code.NONE);
    }

    private static List<GroupCode> groups(Part counter, String key, int least) {
        var groups = counter.values(key, least, GROUPS_MAX, CODE_MAX_CHARS, said(GroupCode::new));
        if (new HashSet<>(groups).size() < groups.size()) {
            counter.fault(key, "names a group twice", "name each group once");
        }
        return groups;
    }

    private static Optional<Code> code(Part part, String key) {
        return part.value(key, CODE_MAX_CHARS, said(Code::new));
    }

    /// The message of the reader is what has to be written.
    static <T> Function<String, T> said(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("write it so: " + e.getMessage(), e);
            }
        };
    }

    private static Part named(Part part) {
        var name = part.part("name");
        name.only(Set.copyOf(Texts.LANGUAGES));
        return name;
    }
}
