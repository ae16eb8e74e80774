package kz.adalkezek.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the law or the branch refuses in a file, the check has named before: a reader that
/// throws anything but a list of faults with their lines fails here.
final class SpoiltFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES = 60;

    /// Values that belong nowhere or almost nowhere.
    private static final List<String> STRANGE =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "0.5",
                    "2147483648",
                    "99999999999999999999",
                    "\"\"",
                    "\"x\"",
                    "\"Ә\"",
                    "[]",
                    "{}",
                    "[1]",
                    "{\"kk\":1}");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isRefusedWithLines(long seed, @TempDir Path folder) throws IOException {
        var random = new Random(seed);
        var office = new Office(folder);
        for (var name : new String[] {Office.POLICY, Office.CATALOGUE}) {
            var sound = office.text(name);
            int refused = 0;
            for (int i = 0; i < TIMES; i++) {
                var root = (ObjectNode) JSON.readTree(sound);
                root.remove(List.of("meta", "sources", "holidays"));
                spoil(root, random);
                office.write(name, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
                refused += refused(office, name) ? 1 : 0;
            }
            assertThat(refused).as(name).isGreaterThan(TIMES / 8);
            office.write(name, sound);
        }
    }

    private static boolean refused(Office office, String name) {
        try {
            assertThat(office.read().catalogue().services()).isNotEmpty();
            return false;
        } catch (ConfigException e) {
            assertThat(String.valueOf(e.getMessage()).lines().skip(1))
                    .allMatch(
                            fault ->
                                    fault.matches(".*\\.(json|toml):[0-9]+: .+; .+")
                                            || fault.endsWith("and more; mend these first"),
                            name);
            return true;
        }
    }

    /// Takes a member out, puts something strange in its place, or adds one.
    private static void spoil(ObjectNode root, Random random) throws IOException {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        var strange = JSON.readTree(STRANGE.get(random.nextInt(STRANGE.size())));
        switch (containers.get(random.nextInt(containers.size()))) {
            case ArrayNode list when random.nextBoolean() || list.isEmpty() -> list.add(strange);
            case ArrayNode list -> list.set(random.nextInt(list.size()), strange);
            case ObjectNode object -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                names.add("unheard-of");
                var name = names.get(random.nextInt(names.size()));
                if (random.nextInt(3) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, strange);
                }
            }
            default -> throw new IllegalStateException("neither list nor object");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
