package kz.adalkezek.server.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `demo-access.json` lets a script do in a demo.
///
/// @param kiosk the bearer token of the kiosk
/// @param board the bearer token of the board
public record Access(String kiosk, String board, List<Operator> operators) {

    public Access {
        operators = List.copyOf(operators);
    }

    /// An operator with the counter where the demo seats this person.
    public record Operator(String name, String secret, int counter) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param data the demo's data directory
    public static Access of(Path data) {
        try {
            var root = JSON.readTree(data.resolve("demo-access.json").toFile());
            var operators = new ArrayList<Operator>();
            for (var operator : root.required("operators")) {
                operators.add(
                        new Operator(
                                text(operator, "operator"),
                                text(operator, "secret"),
                                operator.required("counter").intValue()));
            }
            return new Access(
                    text(root.required("kiosk"), "token"),
                    text(root.required("board"), "token"),
                    operators);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no demo-access.json to read in " + data, e);
        }
    }

    private static String text(JsonNode node, String member) {
        return node.required(member).textValue();
    }
}
