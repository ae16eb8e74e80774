package kz.adalkezek.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.server.desk.DeskGroups;

/// Everything that may differ between two branches, from `branch.toml`.
///
/// @param code of the branch, such as `ALM-01`
/// @param name by language
/// @param origin of the log, for ever
/// @param publicUrl where phones reach the branch, without a slash at the end
/// @param data holds `log/`, `keys/`, `private/` and `records/`
/// @param signed holds the signed copies, best on another disk
record Config(
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
        List<Counter> counters) {

    static final int PORT_MAX = 65_535;

    record Counter(DeskId desk, Code hall, DeskGroups groups) {}

    Config {
        name = Map.copyOf(name);
        counters = List.copyOf(counters);
    }

    Map<DeskId, Code> halls() {
        var halls = new LinkedHashMap<DeskId, Code>();
        counters.forEach(counter -> halls.put(counter.desk(), counter.hall()));
        return halls;
    }

    Map<DeskId, DeskGroups> groups() {
        var groups = new LinkedHashMap<DeskId, DeskGroups>();
        counters.forEach(counter -> groups.put(counter.desk(), counter.groups()));
        return groups;
    }

    Config at(int port, URI publicUrl) {
        return new Config(
                code, name, origin, zone, publicUrl, host, port, data, signed, policy, catalogue,
                counters);
    }
}
