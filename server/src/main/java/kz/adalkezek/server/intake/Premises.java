package kz.adalkezek.server.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.server.branch.Schedule;

/// What a screen tells people of the branch itself. Names are by language.
///
/// @param code of the branch
public record Premises(String code, Map<String, String> name, List<Hall> halls, Schedule schedule) {

    /// @param counters numbers
    /// @param boards names of the boards, such as `b1`
    public record Hall(
            String code, Map<String, String> name, List<Integer> counters, List<String> boards) {
        public Hall {
            name = Map.copyOf(name);
            counters = List.copyOf(counters);
            boards = List.copyOf(boards);
        }
    }

    public Premises {
        name = Map.copyOf(name);
        halls = List.copyOf(halls);
    }

    ObjectNode described() {
        var described = JsonNodeFactory.instance.objectNode();
        described.put("code", code);
        names(name, described);
        described.put("zone", schedule.zone().getId());
        var rooms = described.putArray("halls");
        for (var hall : halls) {
            var room = rooms.addObject().put("code", hall.code());
            names(hall.name(), room);
            hall.counters().forEach(room.putArray("counters")::add);
            hall.boards().forEach(room.putArray("boards")::add);
        }
        return described;
    }

    private static void names(Map<String, String> names, ObjectNode into) {
        new TreeMap<>(names).forEach(into.putObject("name")::put);
    }
}
