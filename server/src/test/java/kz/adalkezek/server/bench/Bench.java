package kz.adalkezek.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `./kezek bench [NAME...]`: all measurements, or those named.
public final class Bench {

    private static final Path ROOM = Path.of("target", "bench");

    private Bench() {}

    /// Something to measure.
    interface Measurement {
        /// @param room an empty directory on the disk that is measured
        void run(Path room) throws IOException, InterruptedException;
    }

    public static void main(String[] names) throws IOException, InterruptedException {
        var all = measurements();
        var wanted = names.length == 0 ? List.copyOf(all.keySet()) : List.of(names);
        for (var name : wanted) {
            if (!all.containsKey(name)) {
                System.err.println("There is no bench " + name + "; there are " + all.keySet());
                System.exit(1);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors shared by the server and its load; medians.%n",
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        for (var name : wanted) {
            run(name, all.getOrDefault(name, _ -> {}));
        }
    }

    private static Map<String, Measurement> measurements() {
        var all = new LinkedHashMap<String, Measurement>();
        all.put("disk", new DiskBench());
        all.put("issue", new IssueBench());
        all.put("call", new CallBench());
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
