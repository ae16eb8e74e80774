package kz.adalkezek.server.files;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.server.branch.Schedule;

/// Everything that may differ between two branches, from `branch.toml`. Names are by language.
///
/// @param code of the branch, such as `ALM-01`
/// @param origin of the log, for ever
/// @param publicUrl where phones reach the branch, without a slash at the end
/// @param data holds `log/`, `keys/`, `private/` and `records/`
/// @param signed holds the signed copies, best on another disk
/// @param clips holds the branch's own recordings, where it has any
public record Config(
        String code,
        Map<String, String> name,
        String origin,
        ZoneId zone,
        URI publicUrl,
        String host,
        int port,
        Path data,
        Path signed,
        Path policy,
        Path catalogue,
        List<Hall> halls,
        List<Counter> counters,
        List<Board> boards,
        Schedule schedule,
        Optional<Path> clips) {

    public static final int PORT_MAX = 65_535;

    public record Hall(Code code, Map<String, String> name) {
        public Hall {
            name = Map.copyOf(name);
        }
    }

    public record Counter(
            DeskId desk, Code hall, List<GroupCode> primary, List<GroupCode> secondary) {
        public Counter {
            primary = List.copyOf(primary);
            secondary = List.copyOf(secondary);
        }
    }

    /// @param speaks whether it has a loudspeaker
    public record Board(DeviceId id, Code hall, boolean speaks) {}

    public Config {
        name = Map.copyOf(name);
        halls = List.copyOf(halls);
        counters = List.copyOf(counters);
        boards = List.copyOf(boards);
    }

    /// The hall in which each counter stands.
    public Map<DeskId, Code> hallOfCounter() {
        var halls = new LinkedHashMap<DeskId, Code>();
        counters.forEach(counter -> halls.put(counter.desk(), counter.hall()));
        return halls;
    }

    /// The groups that some counter calls.
    public Set<GroupCode> called() {
        var called = new HashSet<GroupCode>();
        counters.forEach(counter -> {
            called.addAll(counter.primary());
            called.addAll(counter.secondary());
        });
        return called;
    }

    public Config at(int port, URI publicUrl) {
        return new Config(
                code, name, origin, zone, publicUrl, host, port, data, signed, policy, catalogue,
                halls, counters, boards, schedule, clips);
    }
}
