package kz.adalkezek.server.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.Map;

/// The values of one file, and the line on which each of them stands.
///
/// @param root missing, where the file has no form at all
/// @param lines by path from the root, such as `/services/3/name`; the root itself is `""`
record Located(Path file, JsonNode root, Map<String, Integer> lines) {

    private static final int FIRST_LINE = 1;

    Located {
        lines = Map.copyOf(lines);
    }

    /// A file whose text could not be read as values.
    static Located nothing(Path file) {
        return new Located(file, MissingNode.getInstance(), Map.of());
    }

    /// The line of the value, or of what it would stand in.
    int line(String path) {
        for (var at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return FIRST_LINE;
    }
}
