package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs measurements one after the other, each in a room of its own on the disk.
public final class Bench {

    private static final Path ROOM = Path.of("target", "bench");

    private Bench() {}

    /// Something to measure.
    public interface Measurement {
        /// @param room an empty directory on the disk that is measured
        void run(Path room) throws IOException, InterruptedException;
    }

    /// Runs those of the names, and ends the program if there is no such measurement.
    public static void run(Map<String, Measurement> all, List<String> names)
            throws IOException, InterruptedException {
        for (var name : names) {
            if (!all.containsKey(name)) {
                System.err.println("There is no bench " + name + "; there are " + all.keySet());
                System.exit(1);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors shared by the measured and its load; medians.%n",
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        for (var name : names) {
            run(name, all.getOrDefault(name, _ -> {}));
        }
    }

    /// Those of the server alone.
    public static Map<String, Measurement> ofTheServer() {
        var all = new LinkedHashMap<String, Measurement>();
        all.put("disk", new DiskBench());
        all.put("issue", new IssueBench());
        all.put("call", new CallBench());
        all.put("waits", new WaitsBench());
        all.put("screen", new ScreenBench());
        all.put("history", new HistoryBench());
        all.put("start", new StartBench());
        all.put("law", new LawBench());
        return all;
    }

    private static void run(String name, Measurement measurement)
            throws IOException, InterruptedException {
        System.out.printf("%n%s (load of the machine before: %s)%n", name, load());
        var room = ROOM.resolve(name).toAbsolutePath();
        delete(room);
        Files.createDirectories(room);
        try {
            measurement.run(room);
        } finally {
            delete(room);
        }
        System.out.printf("  (load of the machine after: %s)%n", load());
    }

    /// The averages over 1, 5 and 15 minutes.
    private static String load() throws IOException {
        var words = List.of(Files.readString(Path.of("/proc/loadavg")).split(" ", -1));
        return String.join(" ", words.subList(0, 3));
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        var paths = new ArrayList<Path>();
        try (var inside = Files.walk(directory)) {
            inside.forEach(paths::add);
        }
        for (var path : paths.reversed()) {
            Files.delete(path);
        }
    }
}
