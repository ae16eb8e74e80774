package kz.adalkezek.server.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.GroupCode;

/// The halls of `branch.toml`, and the counters and boards that stand in them.
final class Floor {

    static final int HALLS_MAX = 50;
    static final int BOARDS_MAX = 200;
    static final int GROUPS_MAX = 50;

    /// Where each hall stands in the file.
    private final Map<Code, Part> places = new LinkedHashMap<>();

    private final List<Config.Hall> halls;
    private final Map<Config.Counter, Part> counters = new LinkedHashMap<>();
    private final List<Config.Board> boards = new ArrayList<>();

    Floor(Part root) {
        // The halls before what stands in them.
        halls = readHalls(root, places);
        readCounters(root);
        readBoards(root);
    }

    List<Config.Hall> halls() {
        return halls;
    }

    List<Config.Counter> counters() {
        return List.copyOf(counters.keySet());
    }

    List<Config.Board> boards() {
        return boards;
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
        boards.forEach(board -> withBoard.add(board.hall()));
        var withCounter = new HashSet<Code>();
        counters.keySet().forEach(counter -> withCounter.add(counter.hall()));
        places.forEach((code, hall) -> {
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

    private static List<Config.Hall> readHalls(Part root, Map<Code, Part> places) {
        var read = new ArrayList<Config.Hall>();
        for (var hall : root.parts("hall", 1, HALLS_MAX)) {
            hall.only(Set.of("code", "name"));
            var code = code(hall, "code");
            var name = Texts.named(hall);
            code.ifPresent(known -> {
                if (places.putIfAbsent(known, hall) != null) {
                    hall.fault("code", "stands twice", "give each hall a code of its own");
                }
            });
            read.add(new Config.Hall(code.orElse(Code.NONE), name));
        }
        return read;
    }

    private void readCounters(Part root) {
        var seen = new HashSet<Integer>();
        for (var counter : root.parts("counter", 1, DeskId.LAST_COUNTER)) {
            counter.only(Set.of("number", "hall", "primary", "secondary"));
            int number = counter.number("number", 1, DeskId.LAST_COUNTER);
            if (!seen.add(number)) {
                counter.fault("number", "stands twice", "give each counter a number of its own");
            }
            counters.put(
                    new Config.Counter(
                            new DeskId(number),
                            hall(counter),
                            groups(counter, "primary", 1),
                            groups(counter, "secondary", 0)),
                    counter);
        }
    }

    private void readBoards(Part root) {
        var seen = new HashSet<DeviceId>();
        for (var board : root.parts("board", 0, BOARDS_MAX)) {
            board.only(Set.of("id", "hall", "speaks"));
            var id = board.value("id", BranchToml.CODE_MAX_CHARS, Texts.said(DeviceId::new));
            var hall = hall(board);
            if (id.isPresent() && !seen.add(id.get())) {
                board.fault("id", "stands twice", "give each board a name of its own");
            }
            boolean speaks = board.truth("speaks", true);
            id.ifPresent(device -> boards.add(new Config.Board(device, hall, speaks)));
        }
    }

    /// A hall that is listed.
    private Code hall(Part part) {
        var hall = code(part, "hall");
        if (hall.isPresent() && !places.containsKey(hall.get())) {
            part.fault(
                    "hall",
                    "\"" + hall.get() + "\" is no hall of this branch",
                    "add a [[hall]] with this code, or name one of " + places.keySet());
        }
        return hall.orElse(Code.NONE);
    }

    private static List<GroupCode> groups(Part counter, String key, int least) {
        var groups =
                counter.values(
                        key,
                        least,
                        GROUPS_MAX,
                        BranchToml.CODE_MAX_CHARS,
                        Texts.said(GroupCode::new));
        if (new HashSet<>(groups).size() < groups.size()) {
            counter.fault(key, "names a group twice", "name each group once");
        }
        return groups;
    }

    private static Optional<Code> code(Part part, String key) {
        return part.value(key, BranchToml.CODE_MAX_CHARS, Texts.said(Code::new));
    }
}
